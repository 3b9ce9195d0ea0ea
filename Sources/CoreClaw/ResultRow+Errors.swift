extension JSONObject {
    /// Whether this result row reports an error instead of data.
    ///
    /// All rows of a successful run can be error reports. An error report has a field `error` with a string or an object that is
    /// not empty. Its only other fields are `error_code`, `status`, and the hidden row ID.
    public var isErrorReport: Bool {
        switch self["error"] {
        case .string(let text) where !text.isEmpty: break
        case .object(let object) where !object.isEmpty: break
        default: return false
        }
        let known: Set<String> = ["error", "error_code", "status", "__coreclaw_data_id__", "__cafe_data_id__"]
        return allSatisfy { known.contains($0.key) }
    }
}
