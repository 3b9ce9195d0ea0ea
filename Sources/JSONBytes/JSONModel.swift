/// An object with named members, filled in place.
///
/// `members(_:)` names each member once, for reading and writing, in the order of ``fields``:
///
/// ```swift
/// struct Point: JSONModel {
///     var x = 0
///     var label: String?
///     var unknownMembers = JSONObject()
///
///     init(placeholder: JSONPlaceholder) {}
///
///     static let fields = JSONFields("x\nlabel", optional: "label")
///
///     mutating func members(_ coder: inout JSONCoder) {
///         coder.integer(&x)
///         coder.string(&label)
///     }
/// }
/// ```
public protocol JSONModel: JSONComposite {
    /// Makes an instance to be filled in place; every required member is then read or the reading fails.
    init(placeholder: JSONPlaceholder)

    /// The names of the members, in the order of the calls in ``members(_:)``.
    static var fields: JSONFields { get }

    /// Hands each member to the coder, one call each, in the order of ``fields``.
    mutating func members(_ coder: inout JSONCoder)

    /// Members the type does not name: kept when read, compared, and written again behind the others.
    var unknownMembers: JSONObject { get set }
}

/// Marks the initializer of a ``JSONModel`` that makes an instance to be filled in place.
public struct JSONPlaceholder: Sendable {
    /// The only placeholder.
    public static let value = JSONPlaceholder()

    init() {}
}
