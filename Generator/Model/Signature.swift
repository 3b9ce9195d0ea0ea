import SpecDiagnostics

/// What Swift tells methods of one name apart by: the labels and types of their arguments.
struct Signature {
    let name: String
    let location: SourceLocation
    private let arguments: [Argument]
    private let registry: TypeRegistry

    /// The signatures of all methods of an operation, those that wait included.
    static func all(of operation: Operation, registry: TypeRegistry) -> [Signature] {
        let methods = operation.methods.map { method in
            Signature(name: method.name, method.location, operation.arguments(of: method), registry)
        }
        guard let waiter = operation.waiter, let main = operation.methods.first else { return methods }
        let arguments = operation.arguments(of: main)
        return methods + [waiter.method, waiter.updates].map { Signature(name: $0, operation.location, arguments, registry) }
    }

    private init(name: String, _ location: SourceLocation, _ arguments: [Argument], _ registry: TypeRegistry) {
        self.name = name
        self.location = location
        self.arguments = arguments
        self.registry = registry
    }

    /// Whether there is a call that both would take.
    func isAmbiguous(with other: Signature) -> Bool {
        // A call that both take gives what either demands, so the smallest such call decides.
        let demanded = Set((arguments + other.arguments).filter { !$0.isOptional }.map(\.label))
        let own = arguments.filter { demanded.contains($0.label) },
            others = other.arguments.filter { demanded.contains($0.label) }
        guard name == other.name, own.count == demanded.count, own.map(\.label) == others.map(\.label) else { return false }
        return zip(own, others).allSatisfy { own, other in
            guard let ownKind = kind(of: own.type), let otherKind = kind(of: other.type) else { return true }
            return ownKind == otherKind
        }
    }

    /// What a call may write for a value of a type.
    private enum Kind {
        case text, number, truth, list, object, member, url, date, data, file, nothing
    }

    /// Types of one kind take the same literals; nil is what takes any.
    private func kind(of type: TypeReference) -> Kind? {
        switch type {
        case .string: .text
        case .bool, .flag: .truth
        case .int, .int32, .int64, .lenientInt, .lenientInt64, .double, .decimal: .number
        case .url: .url
        case .date: .date
        case .data: .data
        case .file: .file
        case .json: nil
        case .object, .dictionary: .object
        case .array: .list
        case .optional(let wrapped), .nullable(let wrapped): kind(of: wrapped)
        case .void: .nothing
        case .named(let name): if case .identifier = registry.declarations[name] { .text } else { .member }
        }
    }
}
