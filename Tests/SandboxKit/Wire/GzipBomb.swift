import Foundation

/// A small gzip body that is large once unpacked: JSON with one long string.
enum GzipBomb {
    /// Deflate by hand, with the fixed code: after the first letter, matches of 258 at distance 1.
    static func bytes(inflatingTo size: Int) -> [UInt8] {
        var writer = BitWriter()
        writer.bytes = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        writer.put(1, 1)  // last block
        writer.put(1, 2)  // fixed codes
        for byte in Array("{\"pad\":\"x".utf8) { writer.putCode(0x30 + UInt32(byte), 8) }
        let matches = max(0, size / 258)
        for _ in 0..<matches {
            writer.putCode(0b1100_0101, 8)  // length 258
            writer.putCode(0, 5)  // distance 1
        }
        for byte in Array("\"}".utf8) { writer.putCode(0x30 + UInt32(byte), 8) }
        writer.putCode(0, 7)  // end of block
        writer.flush()
        let length = UInt32(truncatingIfNeeded: 9 + matches * 258 + 2)
        // The checksum is left wrong: nobody should get as far.
        writer.bytes += [0, 0, 0, 0]
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
            writer.bytes.append(UInt8(truncatingIfNeeded: length >> shift))
        }
        return writer.bytes
    }

    private struct BitWriter {
        var bytes: [UInt8] = []
        private var pending: UInt32 = 0
        private var count: UInt32 = 0

        /// Lowest bit first.
        mutating func put(_ value: UInt32, _ bits: UInt32) {
            pending |= value << count
            count += bits
            while count >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: pending))
                pending >>= 8
                count -= 8
            }
        }

        /// A Huffman code, highest bit first.
        mutating func putCode(_ code: UInt32, _ bits: UInt32) {
            var reversed: UInt32 = 0
            for bit in 0..<bits where code & (1 << bit) != 0 { reversed |= 1 << (bits - 1 - bit) }
            put(reversed, bits)
        }

        mutating func flush() { if count > 0 { put(0, 8 - count) } }
    }
}
