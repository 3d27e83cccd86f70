internal import CJansson

extension JSON {
    /// Parses one whole JSON text. Duplicate keys are refused: two readers would see two values.
    package init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
        try self.init(chunks: [bytes], limits: limits)
    }

    /// Parses one JSON text from the chunks it arrived in, as they lie: they are never joined.
    package init(chunks: [[UInt8]], limits: JSONLimits = JSONLimits()) throws(JSONError) {
        var splitter = JSONSplitter(arrays: [], limits: limits)
        var pieces: [ArraySlice<UInt8>] = []
        for chunk in chunks {
            try splitter.feed(chunk) { (part) throws(JSONError) in
                if case .skeleton(let range) = part { pieces.append(chunk[range]) }
            }
        }
        try self.init(pieces: pieces, at: .document, offset: 0)
    }

    /// - Parameter offset: where the pieces begin in the text they were cut from, for errors.
    init(pieces: [ArraySlice<UInt8>], at place: Place, offset: Int) throws(JSONError) {
        var reader = PieceReader(pieces: pieces)
        var fault = json_error_t()
        let flags = Int(JSON_REJECT_DUPLICATES) | Int(JSON_ALLOW_NUL) | Int(JSON_DECODE_ANY)
        let root = withUnsafeMutablePointer(to: &reader) { reader in
            json_load_callback(
                { buffer, capacity, context in
                    guard let buffer, let context else { return 0 }
                    return context.assumingMemoryBound(to: PieceReader.self).pointee
                        .read(into: UnsafeMutableRawBufferPointer(start: buffer, count: capacity))
                }, reader, flags, &fault)
        }
        guard let root else {
            throw .syntax(reason: JSON.reason(fault), offset: offset + max(0, Int(fault.position)))
        }
        self.init(owning: root, at: place)
    }

    /// Our words for jansson's code: its own text quotes the input. The code is the last byte of the text.
    private static func reason(_ fault: json_error_t) -> String {
        let code = withUnsafeBytes(of: fault.text) { Int($0.last ?? 0) }
        switch code {
        case 5: return "not UTF-8"
        case 6: return "it ends too early"
        case 7: return "something follows its end"
        case 13: return "a NUL in a key"
        case 14: return "a key occurs twice"
        case 15: return "a number is too big"
        default: return "not JSON"
        }
    }

    /// One line of JSON: no spaces, members in their order.
    package var compactBytes: [UInt8] {
        write(flags: Int(JSON_COMPACT) | Int(JSON_ENCODE_ANY))
    }

    package var compact: String { String(decoding: compactBytes, as: UTF8.self) }

    /// For people: two spaces of indent.
    package var pretty: String {
        String(decoding: write(flags: Int(resy_json_indent(2)) | Int(JSON_ENCODE_ANY)), as: UTF8.self)
    }

    private func write(flags: Int) -> [UInt8] {
        var output: [UInt8] = []
        let status = withUnsafeMutablePointer(to: &output) { target in
            json_dump_callback(
                node.raw,
                { bytes, count, context in
                    guard let bytes, let context else { return -1 }
                    context.assumingMemoryBound(to: [UInt8].self).pointee
                        .append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
                    return 0
                }, target, flags)
        }
        precondition(status == 0, "a value built by this program is always writable")
        return output
    }
}

/// Hands out bytes in their order, across the pieces they lie in.
private struct PieceReader {
    let pieces: [ArraySlice<UInt8>]
    private var piece = 0
    private var taken = 0

    init(pieces: [ArraySlice<UInt8>]) {
        self.pieces = pieces
    }

    /// Fills the buffer as far as one piece goes; 0 at the end.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        while piece < pieces.count {
            let left = pieces[piece].dropFirst(taken)
            if left.isEmpty {
                piece += 1
                taken = 0
                continue
            }
            let part = left.prefix(buffer.count)
            buffer.copyBytes(from: part)
            taken += part.count
            return part.count
        }
        return 0
    }
}
