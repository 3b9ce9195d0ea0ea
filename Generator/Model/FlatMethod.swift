import OpenAPIDocument
import SpecDiagnostics

/// A method of a resource that takes the parts of a request as its arguments.
package struct FlatMethod: Sendable {
    package let name: String
    package let documentation: Documentation
    /// Members of the body, as the service spells them, that are sent with a value of the method's own.
    package let fixed: [SpecValue.Member]
    /// Members of the body, as the service spells them, that the method does not show.
    package let omitted: [SpecValue]
    package let location: SourceLocation

    /// The value that a member of the body always has.
    package func fixedValue(of property: Property) -> SpecValue? {
        fixed.first { $0.key == property.name.wire }?.value
    }

    /// Whether a member of the body is an argument.
    package func shows(_ property: Property) -> Bool {
        fixedValue(of: property) == nil && !omitted.contains { $0.string == property.name.wire }
    }
}
