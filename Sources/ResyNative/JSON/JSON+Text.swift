internal import CJansson
internal import LibC

extension JSON {
    /// Parses one whole JSON text. One odd value in it costs nobody else's: see `Kind.beyond`, `Kind.disputed` and `words`.
    package init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
        try self.init(chunks: [bytes], limits: limits)
    }

    /// Parses one JSON text from the chunks it arrived in, as they lie: they are never joined.
    package init(chunks: [[UInt8]], limits: JSONLimits = JSONLimits()) throws(JSONError) {
        if chunks.count == 1, let plain = JSONPlainReader.read(chunks[0][...], at: .document, limits) {
            self = plain
            return
        }
        var splitter = JSONSplitter(arrays: [], limits: limits)
        var pieces: [ArraySlice<UInt8>] = []
        for chunk in chunks {
            try splitter.feed(chunk) { (part) throws(JSONError) in
                switch part {
                case .skeleton(let range): pieces.append(chunk[range])
                case .deep: pieces.append(JSONSplitter.beyond[...])
                case .element, .end: break  // of no array
                }
            }
        }
        try self.init(pieces: pieces, at: .document, offset: 0)
    }

    /// - Parameter offset: where the pieces begin in the text they were cut from, for errors.
    init(pieces: [ArraySlice<UInt8>], at place: Place, offset: Int) throws(JSONError) {
        // Side by side they are read ten times as fast; what is large is rather read where it lies.
        let size = pieces.reduce(0) { $0 + $1.count }
        let isJoined = pieces.count > 1 && size <= 256 << 10
        let pieces = isJoined ? [ArraySlice(pieces.flatMap { $0 })] : pieces
        if pieces.count == 1, let plain = JSONPlainReader.read(pieces[0], at: place) {
            self = plain
            return
        }
        var fault = json_error_t()
        if let root = JSON.strict(pieces, &fault) {
            self.init(owning: root, at: place)
            return
        }
        guard JSON.mayBeOdd(fault) else { throw JSON.refusal(fault, offset) }
        self = try JSONMender.read(
            pieces.count == 1 ? Array(pieces[0]) : pieces.flatMap { $0 }, at: place, offset: offset)
    }

    /// The same by jansson alone, and nothing odd is mended: what the other readers are measured against.
    init(strictly pieces: [ArraySlice<UInt8>], at place: Place, offset: Int) throws(JSONError) {
        var fault = json_error_t()
        guard let root = JSON.strict(pieces, &fault) else { throw JSON.refusal(fault, offset) }
        self.init(owning: root, at: place)
    }

    /// Nil for whatever is not JSON, and for what is and cannot be held: two values of one key, half a character.
    private static func strict(
        _ pieces: [ArraySlice<UInt8>], _ fault: inout json_error_t
    ) -> UnsafeMutablePointer<json_t>? {
        var reader = PieceReader(pieces: pieces)
        let flags = Int(JSON_REJECT_DUPLICATES) | Int(JSON_ALLOW_NUL) | Int(JSON_DECODE_ANY)
        return withUnsafeMutablePointer(to: &reader) { reader in
            json_load_callback(
                { buffer, capacity, context in
                    guard let buffer, let context else { return 0 }
                    return context.assumingMemoryBound(to: PieceReader.self).pointee
                        .read(into: UnsafeMutableRawBufferPointer(start: buffer, count: capacity))
                }, reader, flags, &fault)
        }
    }

    private static func code(_ fault: json_error_t) -> Int {
        withUnsafeBytes(of: fault.text) { Int($0.last ?? 0) }
    }

    /// No UTF-8, half a surrogate pair (which counts as bad syntax), a NUL in a key, a key twice, a number too big.
    private static func mayBeOdd(_ fault: json_error_t) -> Bool { [5, 8, 13, 14, 15].contains(code(fault)) }

    /// Our words for jansson's code: its own text quotes the input. The code is the last byte of the text.
    private static func refusal(_ fault: json_error_t, _ offset: Int) -> JSONError {
        let reason =
            switch code(fault) {
            case 6: "it ends too early"
            case 7: "something follows its end"
            default: "not JSON"
            }
        return .syntax(reason: reason, offset: offset + max(0, Int(fault.position)))
    }

    /// One line of JSON: no spaces, members in their order.
    package var compactBytes: [UInt8] {
        guard marks == nil else { return written }
        var writer = JSONWriter()
        writer.write(raw)
        return writer.bytes
    }

    package var compact: String { String(decoding: compactBytes, as: UTF8.self) }

    /// For people: two spaces of indent.
    package var pretty: String {
        let bytes = marks == nil ? JSON.dumped(raw, flags: Int(resy_json_indent(2)) | Int(JSON_ENCODE_ANY)) : written
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A tree with something odd in it: numbers as they came, and of several values under a key the last one, which most
    /// readers take.
    private var written: [UInt8] {
        if mark == .beyond { return JSON.bytes(of: raw) }
        if mark == .disputed { return versions.last?.written ?? [] }
        switch kind {
        case .object:
            let members = members.map { JSON.string($0.key).compactBytes + [UInt8(ascii: ":")] + $0.value.written }
            return [UInt8(ascii: "{")] + members.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "}")]
        case .array:
            let items = ((try? items) ?? []).map(\.written)
            return [UInt8(ascii: "[")] + items.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "]")]
        default: return JSON.dumped(raw, flags: Int(JSON_ENCODE_ANY))
        }
    }

    /// Of a node that is a string.
    static func bytes(of raw: UnsafeMutablePointer<json_t>) -> [UInt8] {
        guard let start = json_string_value(raw) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: json_string_length(raw)))
    }

    /// As many as a number keeps that was written with so many: 4.8, not 4.7999999999999998. Jansson's JSON_REAL_PRECISION.
    private static let realDigits = 15 << 11

    static func dumped(_ raw: UnsafeMutablePointer<json_t>, flags: Int) -> [UInt8] {
        // Text that ends in a NUL, of which there is none within: it would be written as an escape.
        guard let text = json_dumps(raw, flags | realDigits) else {
            preconditionFailure("a value built by this program is always writable")
        }
        defer { free(text) }
        return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
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
