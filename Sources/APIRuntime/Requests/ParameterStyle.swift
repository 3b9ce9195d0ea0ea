/// How several values share one parameter, in the words of OpenAPI.
public enum ParameterStyle: Sendable, Hashable {
    /// Comma-separated, or one item per value when exploded.
    case form
    /// Separated by `%20`.
    case spaceDelimited
    /// Separated by `%7C`.
    case pipeDelimited
    /// One item per member, `name[member]=value`.
    case deepObject

    /// What stands between values.
    var separator: String {
        switch self {
        case .form, .deepObject: ","
        case .spaceDelimited: " "
        case .pipeDelimited: "|"
        }
    }

    /// What stands between values in a query.
    var encodedSeparator: String {
        switch self {
        case .form, .deepObject: ","
        case .spaceDelimited: "%20"
        case .pipeDelimited: "%7C"
        }
    }
}
