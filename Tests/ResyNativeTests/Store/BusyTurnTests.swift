import Testing

@testable import ResyNative

struct BusyTurnTests {
    private func pauses(_ limit: Int) -> [Int] {
        var pauses: [Int] = []
        while let pause = BusyTurn(number: Int32(pauses.count), limit: limit).pause { pauses.append(pause) }
        return pauses
    }

    @Test(arguments: [0, 1, 2, 100, 327, 328, 329, 1000, 5000]) func allPausesTogetherAreTheLimit(_ limit: Int) {
        #expect(pauses(limit).reduce(0, +) == limit)
    }

    @Test func theyGrow() {
        #expect(pauses(0).isEmpty)
        #expect(pauses(3) == [1, 2])
        #expect(pauses(20) == [1, 2, 5, 10, 2])
        #expect(pauses(600) == [1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100, 100, 100, 72])
    }

    @Test func whatIsServedBesideItNeedNotWait() throws {
        let folder = try TempFolder()
        let first = try Connection(path: folder.path + "/db", busyMilliseconds: 0)
        let second = try Connection(path: folder.path + "/db", busyMilliseconds: 20)
        try first.run("BEGIN IMMEDIATE")
        var left = 0
        var error: SQLiteError?
        SharedThread.serve(leave: {
            left += 1
            return true
        }) {
            do throws(SQLiteError) { try second.run("BEGIN IMMEDIATE") } catch let busy { error = busy }
        }
        #expect(error?.isBusy == true)
        #expect(left == 1)
        try first.run("COMMIT")
        try second.run("BEGIN IMMEDIATE")
    }
}
