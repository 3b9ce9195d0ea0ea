/// Everything that can be wrong with a specification. The words for it stand in `Problem+Words.swift`.
package enum Problem: Hashable, Sendable {
    // Reading
    case unreadableFile(path: String, reason: String)
    case malformedYAML(reason: String)
    case documentTooLarge(limit: Int)
    case unsupportedVersion(String)

    // Shape
    case wrongType(of: String, expected: String, found: String)
    case missingKey(String, in: String)
    case unknownKey(String, in: String, candidates: [String])
    case unknownExtension(String, candidates: [String])
    case unknownValue(String, of: String, allowed: [String])
    case duplicateKey(String)
    case conflictingKeys(String, String)

    // References
    case unresolvedReference(String, candidates: [String])
    case referenceCycle(String)
    case remoteReference(String)

    // Meaning
    case duplicateOperationID(String)
    case unknownOperation(String, candidates: [String])
    case undeclaredPathParameter(String, operation: String)
    case unusedPathParameter(String, path: String)
    case unknownMember(String, of: String, candidates: [String])
    case unknownParameter(String, of: String, candidates: [String])
    case unknownSecurityScheme(String, candidates: [String])
    case unknownErrorCode(Int)
    case unsupported(String, wayOut: String)
    case exampleMismatch(path: String, reason: String)
    case valueMismatch(of: String, path: String, reason: String)
    case omittedMember(String, method: String)
    case missingDescription(of: String)

    // Names
    case duplicateTypeName(String, other: SourceLocation)
    case duplicateMemberName(String, in: String)
    case duplicateMethodName(String, in: String)
    case shadowsStandardType(String)
    case shadowsRuntimeType(String)
    case unusableName(String)
}
