@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite struct FrameEncoderTests {
    /// RFC 6455 §5.7: "Hello", masked.
    @Test func masksAsTheSpecificationShows() {
        let frame = Frame(opcode: .text, isFinal: true, payload: Array("Hello".utf8))
        #expect(
            FrameEncoder.encode(frame, key: [0x37, 0xFA, 0x21, 0x3D])
                == [0x81, 0x85, 0x37, 0xFA, 0x21, 0x3D, 0x7F, 0x9F, 0x4D, 0x51, 0x58])
    }

    @Test(arguments: [
        (125, [UInt8]([0xFD])), (126, [0xFE, 0, 126]), (65_535, [0xFE, 0xFF, 0xFF]),
        (65_536, [0xFF, 0, 0, 0, 0, 0, 1, 0, 0]),
    ])
    func takesTheShortestLength(count: Int, length: [UInt8]) {
        let frame = Frame(opcode: .binary, isFinal: false, payload: [UInt8](repeating: 0, count: count))
        let bytes = FrameEncoder.encode(frame, key: [0, 0, 0, 0])
        #expect(Array(bytes[..<(1 + length.count)]) == [0x02] + length)
        #expect(bytes.count == 1 + length.count + 4 + count)
    }

    @Test func keysDiffer() {
        let frame = Frame(opcode: .binary, isFinal: true, payload: [UInt8](repeating: 0, count: 16))
        #expect(FrameEncoder.encode(frame) != FrameEncoder.encode(frame))
    }
}
