import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct FileLockTests {
    @Test func aSecondHolderWaitsForTheFirst() throws {
        let folder = try TempFolder()
        let path = folder.path + "/lock"
        let first = try #require(try FileLock.attempt(path))
        #expect(try FileLock.attempt(path) == nil)
        first.release()
        #expect(try FileLock.attempt(path) != nil)
    }

    @Test func onlyOneAtATimeIsInside() async throws {
        let folder = try TempFolder()
        let path = folder.path + "/lock"
        let inside = Count()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let clock = SystemClock()
                    let lock = try #require(
                        try await FileLock.acquire(path, until: clock.now.adding(20), clock: clock))
                    inside.enter()
                    await Task.yield()
                    inside.leave()
                    lock.release()
                }
            }
            try await group.waitForAll()
        }
        #expect(inside.most == 1)
    }

    private final class Count: Sendable {
        private let state = Lock((now: 0, most: 0))
        var most: Int { state.withLock { $0.most } }

        func enter() {
            state.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
        }

        func leave() {
            state.withLock { $0.now -= 1 }
        }
    }

    @Test func givesUpAtTheDeadline() async throws {
        let folder = try TempFolder()
        let clock = SystemClock()
        let held = try FileLock.attempt(folder.path + "/lock")
        #expect(try await FileLock.acquire(folder.path + "/lock", until: clock.now.adding(0.03), clock: clock) == nil)
        held?.release()
    }

    @Test(.enabled(if: Python.isThere, "python3 is missing: no second process"))
    func anotherProcessIsKeptOutAndItsDeathLetsUsIn() throws {
        let folder = try TempFolder()
        let path = folder.path + "/lock"
        let program = """
            import fcntl, sys
            file = open(sys.argv[1], "a")
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                sys.stdout.write("held")
            except BlockingIOError:
                sys.stdout.write("refused")
            """
        let lock = try FileLock.attempt(path)
        #expect(try Python.run(program, [path]) == "refused")
        lock?.release()
        #expect(try Python.run(program, [path]) == "held")
        #expect(try FileLock.attempt(path) != nil)
    }
}
