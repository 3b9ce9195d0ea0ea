import SpecDiagnostics

/// The types that were declared, each name once.
final class TypeRegistry {
    private let diagnostics: Diagnostics
    private var owners: [String: SourceLocation] = [:]
    /// Names that the document itself gives to schemas, whether or not they have been met yet.
    private let reserved: Set<String>
    private(set) var order: [String] = []
    var declarations: [String: TypeDeclaration] = [:]

    init(reserved: Set<String>, diagnostics: Diagnostics) {
        self.reserved = reserved
        self.diagnostics = diagnostics
    }

    /// Takes a name for good. One that is taken already is an error, and so is one that would hide a standard type.
    func claim(_ name: String, at location: SourceLocation) -> String {
        guard Name.isUsable(name) else {
            diagnostics.error(.unusableName(name), at: location)
            return "Unusable\(owners.count)"
        }
        if Name.standardTypes.contains(name) { diagnostics.error(.shadowsStandardType(name), at: location) }
        if Name.runtimeTypes.contains(name) { diagnostics.error(.shadowsRuntimeType(name), at: location) }
        // File systems that take upper and lower case for equal have room for one of them only.
        if let owner = owners[name.lowercased()] {
            if owner != location { diagnostics.error(.duplicateTypeName(name, other: owner), at: location) }
        } else {
            owners[name.lowercased()] = location
            order.append(name)
        }
        return name
    }

    /// Takes a name that nobody chose, and so may be made different from those that are taken.
    func claimSimilar(to name: String, at location: SourceLocation, suffix: String) -> String {
        let isFree = Name.isUsable(name) && !Name.standardTypes.contains(name) && !Name.runtimeTypes.contains(name)
        let usable = isFree ? name : "\(Name.isUsable(name) ? name : "Unnamed")\(suffix)"
        var candidate = usable
        var number = 2
        while owners[candidate.lowercased()] != nil || reserved.contains(candidate) {
            candidate = candidate == usable && !usable.hasSuffix(suffix) ? usable + suffix : "\(usable)\(number)"
            number += 1
        }
        return claim(candidate, at: location)
    }

    func declare(_ declaration: TypeDeclaration) {
        declarations[declaration.name] = declaration
    }

    /// The declarations in the order their names were taken.
    var all: [TypeDeclaration] { order.compactMap { declarations[$0] } }
}
