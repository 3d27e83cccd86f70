@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite struct FrameDecoderTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var bytes: [UInt8]
        var events: [FrameDecoder.Event]
    }

    private static let hello = Array("Hello".utf8)

    @Test(arguments: [
        Case(testDescription: "a text", bytes: [0x81, 5] + hello, events: [.message(.text(hello))]),
        Case(testDescription: "a binary of nothing", bytes: [0x82, 0], events: [.message(.binary([]))]),
        Case(
            testDescription: "fragments with a ping between them",
            bytes: [0x01, 3] + hello[..<3] + [0x89, 1, 9, 0x80, 2] + hello[3...],
            events: [.ping([9]), .message(.text(hello))]),
        Case(
            testDescription: "a length in two bytes", bytes: [0x82, 126, 0, 126] + [UInt8](repeating: 7, count: 126),
            events: [.message(.binary([UInt8](repeating: 7, count: 126)))]),
        Case(testDescription: "a close with its code", bytes: [0x88, 2, 3, 0xE8], events: [.close(.normal)]),
        Case(testDescription: "a close without", bytes: [0x88, 0], events: [.close(nil)]),
        Case(testDescription: "nothing after a close", bytes: [0x88, 0, 0x81, 0], events: [.close(nil)]),
        Case(
            testDescription: "half a close code", bytes: [0x88, 1, 3], events: [.fault(.malformed("half a close code"))]
        ),
        Case(
            testDescription: "a close code that must not be sent", bytes: [0x88, 2, 3, 0xED],
            events: [.fault(.malformed("close code 1005"))]),
        Case(
            testDescription: "a masked frame", bytes: [0x81, 0x85],
            events: [.fault(.malformed("a masked frame from the server"))]),
        Case(
            testDescription: "a reserved bit", bytes: [0xC1],
            events: [.fault(.malformed("a reserved bit without an extension"))]),
        Case(
            testDescription: "a reserved opcode", bytes: [0x83],
            events: [.fault(.malformed("opcode 3, which is reserved"))]),
        Case(
            testDescription: "a control frame in fragments", bytes: [0x09],
            events: [.fault(.malformed("a control frame in fragments"))]),
        Case(
            testDescription: "a control frame too long", bytes: [0x89, 126],
            events: [.fault(.malformed("a control frame of more than 125 bytes"))]),
        Case(
            testDescription: "a continuation of nothing", bytes: [0x80, 0],
            events: [.fault(.malformed("a continuation of nothing"))]),
        Case(
            testDescription: "a message within another", bytes: [0x01, 0, 0x81, 0],
            events: [.fault(.malformed("a new message within another"))]),
        Case(
            testDescription: "a length that is not the shortest", bytes: [0x82, 126, 0, 5],
            events: [.fault(.malformed("a length of 5 in 2 bytes"))]),
        Case(
            testDescription: "more than the limit, before its payload", bytes: [0x82, 126, 0x20, 0],
            events: [.fault(.tooLarge(limit: 4096))]),
        Case(
            testDescription: "a length of 64 bits beyond all limits", bytes: [0x82, 127, 0x80],
            events: [.fault(.malformed("a length of more than 63 bits"))]),
        Case(
            testDescription: "text that cannot become UTF-8, at its first wrong byte", bytes: [0x81, 4, 0xC3, 0x28],
            events: [.fault(.invalidText)]),
        Case(
            testDescription: "text that ends inside a character", bytes: [0x81, 1, 0xC3], events: [.fault(.invalidText)]
        ),
    ])
    func reads(_ example: Case) {
        var whole = FrameDecoder(messageLimit: 4096)
        #expect(whole.read(example.bytes[...]) == example.events)
        // The same, however the bytes arrive.
        var single = FrameDecoder(messageLimit: 4096)
        #expect(example.bytes.flatMap { single.read([$0]) } == example.events)
    }

    @Test func aCharacterMayBeCutByFragments() {
        var decoder = FrameDecoder(messageLimit: 4096)
        #expect(decoder.read([0x01, 1, 0xC3]) == [])
        #expect(decoder.read([0x80, 1, 0xA9]) == [.message(.text([0xC3, 0xA9]))])
    }

    @Test func fragmentsCountTogether() {
        var decoder = FrameDecoder(messageLimit: 10)
        #expect(decoder.read([0x02, 6, 1, 2, 3, 4, 5, 6]) == [])
        #expect(decoder.read([0x80, 5]) == [.fault(.tooLarge(limit: 10))])
    }
}
