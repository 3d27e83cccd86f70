internal import CJansson

extension JSON {
    /// Parses one whole JSON text. Duplicate keys are refused: two readers would see two values.
    package init(parsing bytes: [UInt8]) throws(JSONError) {
        var fault = json_error_t()
        let flags = Int(JSON_REJECT_DUPLICATES) | Int(JSON_ALLOW_NUL) | Int(JSON_DECODE_ANY)
        let root = bytes.withUnsafeBytes { buffer in
            json_loadb(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, flags, &fault)
        }
        guard let root else {
            throw .syntax(reason: "not JSON", offset: Int(fault.position))
        }
        self.init(owning: root)
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
