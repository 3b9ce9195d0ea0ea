extension JSONObject {
    /// Whether this row of a result reports an error instead of holding data.
    ///
    /// A run may succeed and yet hold nothing but such rows: an `error`, perhaps with its `error_code` and a `status`, and
    /// nothing else but the hidden id. The error is a text or an object that is not empty.
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
