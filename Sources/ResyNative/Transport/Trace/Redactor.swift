/// Takes secrets and personal data out of text that people will read: traces, logs, errors.
///
/// Two nets, one behind the other: values that were registered are found anywhere, in any encoding; all the rest
/// goes by where it stands (a header, a field, a key) and by its looks.
package final class Redactor: Sendable {
    static let mask = "***"

    /// A booking and a cancellation have a token of their own each: a server that runs for weeks must not keep all.
    static let mostKnown = 128

    private struct Known {
        /// The latest last.
        var byArrival: [KnownValue] = []
        /// The longest first: one may be a part of another.
        var byLength: [KnownValue] = []
    }

    private let known = Lock(Known())

    package init() {}

    /// From now on this value is masked wherever it turns up, until many others have come after it. Too short a value
    /// would mask everything and is left to the other net.
    package func register(_ secret: Secret) {
        guard let value = KnownValue(secret) else { return }
        known.withLock { known in
            guard known.byArrival.last != value else { return }
            known.byArrival.removeAll { $0 == value }
            known.byArrival.append(value)
            known.byArrival.removeFirst(max(0, known.byArrival.count - Self.mostKnown))
            known.byLength = known.byArrival.sorted { $0.count > $1.count }
        }
    }

    /// A log line, an error, a page: anything without a form of its own.
    package func redact(_ text: String) -> String {
        String(decoding: redactText(Array(text.utf8)), as: UTF8.self)
    }

    func redactText(_ bytes: [UInt8]) -> [UInt8] {
        TextRedaction.redact(maskKnown(bytes))
    }

    func redactJSON(_ bytes: [UInt8]) -> [UInt8] {
        JSONRedaction.redact(maskKnown(bytes))
    }

    func redactForm(_ bytes: [UInt8]) -> [UInt8] {
        FormRedaction.redact(maskKnown(bytes))
    }

    /// The value of a header, masked whole unless the header is known to be harmless.
    func redactHeader(_ name: String, _ value: String) -> String {
        guard HeaderNames.isHarmless(name) else { return Self.mask }
        return redact(value)
    }

    /// A path with its query.
    func redactTarget(_ target: String) -> String {
        redact(target)
    }

    /// A body by its type, or by its looks where the type says nothing. `isCut`: more followed, so that its end
    /// may be the first half of a secret.
    func redactBody(_ body: [UInt8], type: String?, isCut: Bool) -> [UInt8] {
        let body = isCut ? withoutRaggedEnd(body) : body
        let type = type?.lowercased() ?? ""
        let first = body.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        if type.contains("form-urlencoded") { return redactForm(body) }
        if type.contains("json") || first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return redactJSON(body) }
        return redactText(body)
    }

    private func maskKnown(_ bytes: [UInt8]) -> [UInt8] {
        let values = known.withLock { $0.byLength }
        return values.reduce(bytes) { $1.masking($0) }
    }

    /// Drops the last word and the start of any registered value at the end.
    private func withoutRaggedEnd(_ bytes: [UInt8]) -> [UInt8] {
        var end = bytes.count
        for value in known.withLock({ $0.byLength }) { end = min(end, value.startOfPart(atEndOf: bytes)) }
        let stops = Array(" \t\r\n\",<>&{}[]".utf8)
        while end > 0, !stops.contains(bytes[end - 1]) { end -= 1 }
        return Array(bytes[..<end])
    }
}
