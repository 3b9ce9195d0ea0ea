extension Problem {
    /// The stable identifier, in brackets in every printed line.
    package var id: String {
        switch self {
        case .unreadableFile: "unreadable-file"
        case .malformedYAML: "malformed-yaml"
        case .documentTooLarge: "document-too-large"
        case .unsupportedVersion: "unsupported-version"
        case .wrongType: "wrong-type"
        case .missingKey: "missing-key"
        case .unknownKey: "unknown-key"
        case .unknownExtension: "unknown-extension"
        case .unknownValue: "unknown-value"
        case .duplicateKey: "duplicate-key"
        case .conflictingKeys: "conflicting-keys"
        case .unresolvedReference: "unresolved-reference"
        case .referenceCycle: "reference-cycle"
        case .remoteReference: "remote-reference"
        case .duplicateOperationID: "duplicate-operation-id"
        case .unknownOperation: "unknown-operation"
        case .undeclaredPathParameter: "undeclared-path-parameter"
        case .unusedPathParameter: "unused-path-parameter"
        case .unknownMember: "unknown-member"
        case .unknownParameter: "unknown-parameter"
        case .unknownSecurityScheme: "unknown-security-scheme"
        case .unknownErrorCode: "unknown-error-code"
        case .unsupported: "unsupported"
        case .exampleMismatch: "example-mismatch"
        case .valueMismatch: "value-mismatch"
        case .omittedMember: "omitted-member"
        case .missingDescription: "missing-description"
        case .duplicateTypeName: "duplicate-type-name"
        case .duplicateMemberName: "duplicate-member-name"
        case .duplicateMethodName: "duplicate-method-name"
        case .shadowsStandardType: "shadows-standard-type"
        case .shadowsRuntimeType: "shadows-runtime-type"
        case .unusableName: "unusable-name"
        }
    }

    /// What is wrong, as a sentence without its full stop.
    package var fact: String {
        switch self {
        case .unreadableFile(let path, let reason): "cannot read '\(path)': \(reason)"
        case .malformedYAML(let reason): "this is not YAML: \(reason)"
        case .documentTooLarge(let limit): "the document expands to more than \(limit) values"
        case .unsupportedVersion(let version): "OpenAPI \(version) is not supported"
        case .wrongType(let what, let expected, let found): "\(what) is \(found), not \(expected)"
        case .missingKey(let key, let object): "\(object) has no '\(key)'"
        case .unknownKey(let key, let object, _): "\(object) has no key '\(key)'"
        case .unknownExtension(let key, _): "there is no extension '\(key)'"
        case .unknownValue(let value, let what, _): "'\(value)' is no \(what)"
        case .duplicateKey(let key): "the key '\(key)' stands here twice"
        case .conflictingKeys(let key, let other): "'\(key)' and '\(other)' exclude each other"
        case .unresolvedReference(let reference, _): "nothing is at '\(reference)'"
        case .referenceCycle(let reference): "'\(reference)' refers to itself"
        case .remoteReference(let reference): "'\(reference)' is on another host"
        case .duplicateOperationID(let id): "another operation is called '\(id)'"
        case .unknownOperation(let id, _): "no operation is called '\(id)'"
        case .undeclaredPathParameter(let name, let operation): "'\(operation)' declares no path parameter '\(name)'"
        case .unusedPathParameter(let name, let path): "the path '\(path)' has no '{\(name)}'"
        case .unknownMember(let name, let type, _): "\(type) has no member '\(name)'"
        case .unknownParameter(let name, let operation, _): "'\(operation)' has no parameter '\(name)'"
        case .unknownSecurityScheme(let name, _): "no security scheme is called '\(name)'"
        case .unknownErrorCode(let code): "the catalogue has no code \(code)"
        case .unsupported(let what, _): "\(what) is not supported"
        case .exampleMismatch(let path, let reason): "the example does not fit its schema: \(path) \(reason)"
        case .valueMismatch(let name, let path, let reason): "the value of '\(name)' does not fit its schema: \(path) \(reason)"
        case .omittedMember(let name, let method): "the method '\(method)' omits '\(name)', which the body must have"
        case .missingDescription(let what): "\(what) has no description"
        case .duplicateTypeName(let name, let other): "the type name '\(name)' is taken by \(other)"
        case .duplicateMemberName(let name, let type): "\(type) has two members called '\(name)'"
        case .duplicateMethodName(let name, let resource): "'\(resource)' has two methods called '\(name)'"
        case .shadowsStandardType(let name): "a type called '\(name)' would hide the one of the standard library or Foundation"
        case .shadowsRuntimeType(let name): "a type called '\(name)' would hide the one of the runtime"
        case .unusableName(let name): "no Swift name can be made of '\(name)'"
        }
    }

    /// What to do about it, where that is not plain from the fact.
    package var wayOut: String? {
        switch self {
        case .unsupportedVersion: "write 'openapi: 3.1.0' or 3.0.x"
        case .unknownKey(let key, _, let candidates), .unknownExtension(let key, let candidates):
            Spelling.suggestion(for: key, among: candidates) ?? "remove it"
        case .unknownValue(_, _, let allowed): "write one of \(allowed.joined(separator: ", "))"
        case .unresolvedReference(let reference, let candidates):
            Spelling.suggestion(for: Spelling.lastComponent(reference), among: candidates)
        case .conflictingKeys: "keep one of them"
        case .omittedMember: "give it a value under 'fixed'"
        case .referenceCycle: "name the real object"
        case .remoteReference: "copy it into the specification"
        case .duplicateOperationID: "rename one of them"
        case .unknownOperation(let name, let candidates), .unknownMember(let name, _, let candidates),
            .unknownParameter(let name, _, let candidates), .unknownSecurityScheme(let name, let candidates):
            Spelling.suggestion(for: name, among: candidates)
        case .undeclaredPathParameter(let name, _): "add a parameter 'name: \(name)', 'in: path'"
        case .unusedPathParameter(let name, _): "add '{\(name)}' to the path or remove the parameter"
        case .unknownErrorCode: "add it to x-apigen-error-codes at the root"
        case .unsupported(_, let wayOut): wayOut
        case .duplicateTypeName, .duplicateMemberName, .unusableName, .shadowsStandardType, .shadowsRuntimeType:
            "give it another with x-apigen-name"
        case .duplicateMethodName: "give one of them another with x-apigen-method"
        case .missingDescription: "say what it means"
        default: nil
        }
    }
}
