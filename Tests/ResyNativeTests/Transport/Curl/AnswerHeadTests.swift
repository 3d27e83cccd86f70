@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite struct AnswerHeadTests {
    private func read(_ lines: [String]) -> AnswerHead {
        var head = AnswerHead()
        for line in lines { _ = head.read(Array((line + "\r\n").utf8)) }
        return head
    }

    @Test func isFinalAtTheBlankLineOnly() {
        #expect(read(["HTTP/2 200 ", "a: b"]).final == nil)
        #expect(read(["HTTP/2 200 ", "a: b", ""]).final?.status == 200)
    }

    @Test func aLineWithoutAColonIsNoHeader() {
        #expect(read(["HTTP/1.1 200 OK", "nonsense", "a:b", ""]).final?.headers.map(\.name) == ["a"])
    }

    @Test func aHeaderAfterTheHeadChangesNothing() {
        let head = read(["HTTP/1.1 200 OK", "", "HTTP/1.1 500 No", "a: b", ""])
        #expect(head.final?.status == 200)
        #expect(head.final?.headers.isEmpty == true)
    }

    @Test func countsInterimAnswersToo() {
        var head = AnswerHead()
        let line = Array("X: \(String(repeating: "x", count: 997))".utf8)
        var lines = 0
        while head.read(line) { lines += 1 }
        #expect(lines == AnswerHead.limit / 1000)
    }
}
