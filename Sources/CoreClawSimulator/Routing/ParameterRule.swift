/// What a parameter of an operation must look like.
struct ParameterRule: Sendable {
    enum Location: Sendable {
        case path, query, header, cookie
    }

    let name: String
    let location: Location
    let isRequired: Bool
    let value: ValueRule

    init(_ name: String, in location: Location, isRequired: Bool = false, _ value: ValueRule) {
        self.name = name
        self.location = location
        self.isRequired = isRequired
        self.value = value
    }
}
