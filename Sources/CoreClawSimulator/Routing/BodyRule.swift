/// What the JSON body of an operation must look like.
struct BodyRule: Sendable {
    let isRequired: Bool
    let value: ValueRule

    init(isRequired: Bool = false, _ value: ValueRule) {
        self.isRequired = isRequired
        self.value = value
    }
}
