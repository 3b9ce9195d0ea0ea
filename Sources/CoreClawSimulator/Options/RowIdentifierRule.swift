/// Under which name a result row carries its hidden identifier.
public enum RowIdentifierRule: Sendable, Hashable {
    /// `__coreclaw_data_id__`. What the service does today.
    case coreclaw
    /// `__cafe_data_id__`. What the service did before.
    case cafe

    var name: String {
        switch self {
        case .coreclaw: "__coreclaw_data_id__"
        case .cafe: "__cafe_data_id__"
        }
    }
}
