/// The requests for tables that one call may make, those that go out once more among them.
final class FindAllowance: Sendable {
    static let most = 10
    private let taken = Lock(0)

    var isSpent: Bool { taken.withLock { $0 >= Self.most } }

    /// One more; false where none is left.
    func take() -> Bool {
        taken.withLock { taken in
            guard taken < Self.most else { return false }
            taken += 1
            return true
        }
    }

    /// Made, or not made after all, whatever is left.
    func count(_ number: Int) { taken.withLock { $0 += number } }
}
