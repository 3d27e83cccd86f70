/// Takes the trace, a whole line at a time, without its line end.
package typealias TraceOutput = @Sendable (String) -> Void

/// The trace of one transfer. Each line begins with the transfer's number, so that many may be mixed:
/// `>` written, `<` read, `*` libcurl's remarks, `=` how it ended.
final class TransferTrace {
    /// Shown of a body, in bytes.
    static let bodyLimit = 2 << 10
    /// Kept of a body: enough that what is shown is masked in knowledge of what follows.
    private static let keptLimit = 16 << 10
    private static let headLimit = 64 << 10

    private let number: Int
    private let request: HTTPRequest
    private let redactor: Redactor
    private let output: TraceOutput

    private var written: [UInt8] = []
    private var read: [UInt8] = []
    private var readCount = 0
    private var readType: String?

    init(number: Int, request: HTTPRequest, redactor: Redactor, output: @escaping TraceOutput) {
        self.number = number
        self.request = request
        self.redactor = redactor
        self.output = output
    }

    func info(_ text: [UInt8]) {
        for line in String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline)
        where InfoLines.isHarmless(String(line)) {
            emit("*", redactor.redact(String(line)))
        }
    }

    /// The request is about to be written, maybe not for the first time.
    func willWrite() {
        written = []
    }

    /// A piece of the request's head as it goes out. Only a whole head is shown: half a line has no name to go by.
    func writeHead(_ bytes: [UInt8]) {
        guard written.count + bytes.count <= Self.headLimit else { return }
        written += bytes
        guard written.suffix(4) == [13, 10, 13, 10] else { return }
        for (index, line) in lines(of: written).enumerated() {
            emit(">", index == 0 ? redactor.redact(line) : header(line))
        }
        // A proxy is asked first, and gets no body.
        if let body = request.body, !written.starts(with: "CONNECT ".utf8) {
            let type = request.headers.first { $0.name.lowercased() == "content-type" }?.value
            show(">", body, count: body.count, type: type)
        }
        written = []
    }

    func readHead(_ line: [UInt8]) {
        guard let text = lines(of: line).first else { return }
        if text.hasPrefix("HTTP/") {
            readType = nil
            emit("<", redactor.redact(text))
        } else {
            emit("<", header(text))
            if text.lowercased().hasPrefix("content-type:") { readType = text }
        }
    }

    /// Decoded.
    func readBody(_ chunk: [UInt8]) {
        readCount += chunk.count
        read += chunk.prefix(Self.keptLimit - read.count)
    }

    func close(_ result: Result<HTTPHead, any Error>, measured: Measures) {
        show("<", read, count: readCount, type: readType)
        switch result {
        case .success(let head): emit("=", "\(head.status), \(measured)")
        case .failure(let error): emit("=", redactor.redact("failed: \(error)") + ", \(measured)")
        }
    }

    // MARK: - Lines

    private func header(_ line: String) -> String {
        guard let colon = line.firstIndex(of: ":"), line.first != " ", line.first != "\t" else { return Redactor.mask }
        let name = String(line[..<colon])
        // A word that is no header's name may be anything.
        guard name.utf8.count <= 64, name.utf8.allSatisfy({ $0.isWord }) else { return Redactor.mask }
        let value = line[line.index(after: colon)...].drop { $0 == " " }
        return "\(redactor.redact(name)): \(redactor.redactHeader(name, String(value)))"
    }

    private func show(_ mark: String, _ body: [UInt8], count: Int, type: String?) {
        guard count > 0 else { return }
        guard !body.contains(0), String(validating: body.dropLast(3), as: UTF8.self) != nil || count > body.count else {
            return emit(mark, "(\(count) bytes that are no text)")
        }
        let kept = Array(body.prefix(Self.keptLimit))
        let masked = redactor.redactBody(kept, type: type, isCut: count > kept.count)
        emit(mark, "")
        for line in lines(of: Array(masked.prefix(Self.bodyLimit))) { emit(mark, line) }
        if count > kept.count || masked.count > Self.bodyLimit { emit(mark, "(\(count) bytes in all)") }
    }

    private func lines(of bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }

    /// No control characters: a server's text must not steer a terminal.
    private func emit(_ mark: String, _ line: String) {
        let shown = line.unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control && scalar != "\t" ? "\u{FFFD}" : Character(scalar)
        }
        output("#\(number) \(mark)" + (shown.isEmpty ? "" : " " + String(shown)))
    }
}
