import SpecDiagnostics
import Yams

extension SpecValue {
    /// Reads one YAML or JSON text.
    ///
    /// - Returns: `nil` if the text cannot be read; the diagnostics say why.
    static func parse(_ text: String, file: String, reporting diagnostics: Diagnostics) -> SpecValue? {
        do {
            let start = SourceLocation(file: file, line: 1, column: 1)
            guard let root = try Yams.compose(yaml: text, .basic) else { return SpecValue(kind: .null, location: start) }
            var converter = YAMLConverter(file: file, diagnostics: diagnostics)
            return converter.value(of: root, near: start)
        } catch {
            let (problem, mark) = words(for: error)
            diagnostics.error(problem, at: SourceLocation(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1))
            return nil
        }
    }

    private static func words(for error: any Error) -> (Problem, Mark?) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            (.malformedYAML(reason: problem), mark)
        case .duplicatedKeysInMapping(let duplicates, let context):
            (.duplicateKey(duplicates.first ?? ""), context.mark)
        case .reader(let problem, _, _, _):
            (.malformedYAML(reason: problem), nil)
        default:
            (.malformedYAML(reason: "\(error)"), nil)
        }
    }
}

/// Turns YAML nodes into values, resolving plain scalars by the core schema of YAML 1.2.
private struct YAMLConverter {
    /// An alias repeats what it names, so a short text can stand for a huge document.
    static let limit = 1_000_000

    let file: String
    let diagnostics: Diagnostics
    var count = 0

    mutating func value(of node: Node, near parent: SourceLocation) -> SpecValue {
        let location = node.mark.map { SourceLocation(file: file, line: $0.line, column: $0.column) } ?? parent
        count += 1
        guard count <= Self.limit else {
            diagnostics.error(.documentTooLarge(limit: Self.limit), at: location)
            return SpecValue(kind: .null, location: location)
        }
        return SpecValue(kind: kind(of: node, at: location), location: location)
    }

    private mutating func kind(of node: Node, at location: SourceLocation) -> SpecValue.Kind {
        switch node {
        case .scalar(let scalar):
            return scalar.style == .plain ? plain(scalar.string) : .string(scalar.string)
        case .sequence(let sequence):
            var elements: [SpecValue] = []
            elements.reserveCapacity(sequence.count)
            for element in sequence { elements.append(value(of: element, near: location)) }
            return .array(elements)
        case .mapping(let mapping):
            var members: [SpecValue.Member] = []
            members.reserveCapacity(mapping.count)
            for (key, node) in mapping {
                guard count <= Self.limit else { break }
                let keyValue = value(of: key, near: location)
                guard let name = key.scalar?.string else {
                    diagnostics.error(
                        .wrongType(of: "a key", expected: "a string", found: keyValue.kindName),
                        at: keyValue.location
                    )
                    continue
                }
                members.append(.init(key: name, location: keyValue.location, value: value(of: node, near: keyValue.location)))
            }
            return .object(members)
        case .alias:
            return .null
        }
    }

    private func plain(_ text: String) -> SpecValue.Kind {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: break
        }
        guard let first = text.utf8.first,
            first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: ".")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
        else { return .string(text) }
        if let integer = Int64(text) { return .integer(integer) }
        if text.hasPrefix("0x"), let integer = Int64(text.dropFirst(2), radix: 16) { return .integer(integer) }
        if text.hasPrefix("0o"), let integer = Int64(text.dropFirst(2), radix: 8) { return .integer(integer) }
        let isDecimal = text.utf8.allSatisfy { "+-.eE0123456789".utf8.contains($0) }
        if isDecimal, let number = Double(text), number.isFinite { return .number(number) }
        return .string(text)
    }
}
