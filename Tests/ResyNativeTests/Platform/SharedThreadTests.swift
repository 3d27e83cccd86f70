import Testing

@testable import ResyNative

struct SharedThreadTests {
    @Test func anotherThreadGoesOnOnceWhereOneWouldWait() {
        var left = 0
        SharedThread.serve(leave: {
            left += 1
            return true
        }) {
            #expect(left == 0)
            SharedThread.willWait()
            #expect(left == 1)
            SharedThread.willWait()
        }
        #expect(left == 1)
        // A thread that serves nobody else waits as ever.
        SharedThread.willWait()
        #expect(left == 1)
    }

    @Test func whereNobodyCouldGoOnItIsAskedAgain() {
        var asked = 0
        SharedThread.serve(leave: {
            asked += 1
            return asked > 1
        }) {
            for _ in 0..<3 { SharedThread.willWait() }
        }
        #expect(asked == 2)
    }
}
