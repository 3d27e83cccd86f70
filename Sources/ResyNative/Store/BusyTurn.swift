/// One of the waits for another process that holds the database, each longer than the one before.
struct BusyTurn {
    /// Milliseconds; the last one for all that follow. SQLite's own.
    private static let pauses = [1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100]

    /// From 0 on.
    let number: Int
    /// Milliseconds of all waits together.
    let limit: Int

    init(number: CInt, limit: Int) { (self.number, self.limit) = (Int(number), limit) }

    /// Milliseconds; nil once it has taken too long.
    var pause: Int? {
        let last = Self.pauses.count - 1
        let waited = Self.pauses.prefix(number).reduce(0, +) + max(0, number - last - 1) * Self.pauses[last]
        return waited < limit ? min(Self.pauses[min(number, last)], limit - waited) : nil
    }

    /// False where it is not waited any more.
    func wait() -> Bool {
        guard let pause else { return false }
        // What is served beside this need not wait.
        SharedThread.willWait()
        Platform.pause(milliseconds: UInt32(pause))
        return true
    }
}
