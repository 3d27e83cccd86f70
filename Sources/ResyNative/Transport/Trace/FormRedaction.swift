/// Forms and queries: `name=value` pairs. Every value is masked unless its field is known to be harmless.
enum FormRedaction {
    static func redact(_ bytes: [UInt8]) -> [UInt8] {
        let fields = bytes.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
        return Array(fields.map(field).joined(separator: [UInt8(ascii: "&")]))
    }

    private static func field(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard !bytes.isEmpty else { return [] }
        guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { return Array(Redactor.mask.utf8) }
        let name = String(decoding: bytes[..<equals], as: UTF8.self)
        let shown = isName(name) ? name : Redactor.mask
        let value = bytes[bytes.index(after: equals)...]
        if value.isEmpty { return Array("\(shown)=".utf8) }
        guard FieldNames.isHarmless(name) else { return Array("\(shown)=\(Redactor.mask)".utf8) }
        return Array("\(shown)=".utf8) + TextRedaction.redact(Array(value))
    }

    /// Text that only looks like a form may carry anything before its first `=`.
    private static func isName(_ text: String) -> Bool {
        text.utf8.count <= 40 && text.utf8.allSatisfy { $0.isWord || "[].".utf8.contains($0) }
    }
}
