/// A heap box with value semantics, for types that contain themselves: `@Boxed public var parent: Node?`.
@propertyWrapper
public struct Boxed<Value> {
    fileprivate indirect enum Storage {
        case value(Value)
    }

    private var storage: Storage

    /// Puts a value into a box of its own.
    public init(wrappedValue: Value) {
        storage = .value(wrappedValue)
    }

    /// The value in the box.
    public var wrappedValue: Value {
        get {
            switch storage {
            case .value(let value): value
            }
        }
        set { storage = .value(newValue) }
    }
}

extension Boxed.Storage: Sendable where Value: Sendable {}
extension Boxed: Sendable where Value: Sendable {}

extension Boxed: Equatable where Value: Equatable {
    /// Whether the values are equal.
    public static func == (left: Boxed, right: Boxed) -> Bool {
        left.wrappedValue == right.wrappedValue
    }
}

extension Boxed: Hashable where Value: Hashable {
    /// Hashes the value.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(wrappedValue)
    }
}

extension Boxed where Value: ExpressibleByNilLiteral {
    /// Makes a box around nil.
    public init() {
        self.init(wrappedValue: nil)
    }
}
