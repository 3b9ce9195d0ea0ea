/// An operation that is polled until what it answers is final.
public protocol WaitableOperation: APIOperation {
    /// How it is polled, and which states are final.
    static var waiter: Waiter<Self> { get }
}
