extension SimulatorOptions {
    /// A list as it stands in an answer.
    func list(_ elements: [JSON]) -> JSON {
        elements.isEmpty && emptyLists == .null ? .null : .array(elements)
    }

    /// The `data` of an answer to a change of a task.
    var updated: JSON? {
        switch updateData {
        case .emptyObject: .object([])
        case .absent: nil
        }
    }
}
