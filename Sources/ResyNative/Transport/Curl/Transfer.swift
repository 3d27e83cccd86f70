internal import CCurl
internal import ResyDomain

/// One request in libcurl's hands. A class because libcurl keeps its address; engine thread only.
final class Transfer {
    let order: Order
    private(set) var easy: EasyHandle
    /// When the whole of it must be over.
    let deadline: ContinuousClock.Instant
    private let startedAt = ContinuousClock.now
    private let target: Target
    private let engine: CurlEngine
    private let trace: TransferTrace?
    private let usesJar: Bool
    private let continuation: CheckedContinuation<HTTPHead, any Error>

    private var head = AnswerHead()
    private var hasBegun = false
    private var received = 0
    /// Why one of our callbacks ended the transfer.
    private var failure: TransportError?
    /// Bytes written (a proxy's CONNECT, say) before the request itself was first due; nil before that.
    private var writtenBefore: Int?

    init(
        _ order: Order, number: Int, engine: CurlEngine, jar: CookieJar, from stock: HandleStock, sockets: Sockets,
        isApart: Bool,
        _ continuation: CheckedContinuation<HTTPHead, any Error>
    ) throws(TransportError) {
        self.order = order
        self.engine = engine
        self.continuation = continuation
        target = try Target(order.request.url)
        let limit = order.request.timeLimit
        deadline = .now + .seconds(limit.isFinite ? min(max(limit, 0), 86_400) : 86_400)
        trace = engine.options.trace.map { output in
            TransferTrace(number: number, request: order.request, redactor: engine.options.redactor, output: output)
        }
        var easy = try stock.take()
        try easy.configure(order.request, to: target, options: engine.options)
        try sockets.follow(easy)
        if isApart { try easy.set(CURLOPT_FRESH_CONNECT, 1) }
        usesJar = order.request.usesCookies ? try jar.lend(to: easy, for: target) : false
        self.easy = easy
        try setCallbacks()
    }

    /// The answer, or the error that libcurl's code and our own callbacks amount to.
    func result(_ code: CURLcode) -> Result<HTTPHead, any Error> {
        if let failure { return .failure(failure) }
        guard code == CURLE_OK else {
            return .failure(TransportError(code, host: target.host, isSent: isSent, head: head, easy: easy))
        }
        guard let answer = head.final else { return .failure(TransportError.malformed("an answer without a head")) }
        begin(answer)
        easy.isSound = true
        return .success(answer)
    }

    var overdue: TransportError { .timedOut(sent: isSent) }

    /// Nothing has come of it for longer than an answer takes.
    var isSilent: Bool { received == 0 && !hasBegun && startedAt.duration(to: .now) > .seconds(3) }

    /// Called once, when libcurl has let go of the handle.
    func finish(_ result: Result<HTTPHead, any Error>) {
        trace?.close(result, measured: TransferTrace.Measures(easy, bodyBytes: received))
        continuation.resume(with: result)
    }

    /// True once a byte of the request may have left.
    private var isSent: Bool {
        guard let writtenBefore else { return false }
        return easy.long(CURLINFO_REQUEST_SIZE) > writtenBefore
    }

    private func begin(_ answer: HTTPHead) {
        guard !hasBegun else { return }
        hasBegun = true
        order.sink.begin(answer)
    }

    // MARK: - Callbacks

    private func setCallbacks() throws(TransportError) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        try easy.set(CURLOPT_HEADERDATA, context)
        try easy.setWriter(CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let context else { return 0 }
            let line = [UInt8](UnsafeRawBufferPointer(start: bytes, count: size * count))
            return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().readHead(line) ? line.count : 0
        }
        try easy.set(CURLOPT_WRITEDATA, context)
        try easy.setWriter(CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let context else { return 0 }
            let chunk = [UInt8](UnsafeRawBufferPointer(start: bytes, count: size * count))
            return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().receive(chunk) ? chunk.count : 0
        }
        try easy.set(CURLOPT_PREREQDATA, context)
        try easy.setGate(CURLOPT_PREREQFUNCTION) { (context, _, _, _, _) -> CInt in
            guard let context else { return CURL_PREREQFUNC_ABORT }
            let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
            return transfer.mayWrite() ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
        }
        guard trace != nil else { return }
        try easy.set(CURLOPT_DEBUGDATA, context)
        try easy.setDebugger(CURLOPT_DEBUGFUNCTION) { _, kind, bytes, count, context in
            guard let context, kind == CURLINFO_TEXT || kind == CURLINFO_HEADER_OUT else { return 0 }
            let text = [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
            let trace = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().trace
            if kind == CURLINFO_TEXT { trace?.info(text) } else { trace?.writeHead(text) }
            return 0
        }
        try easy.set(CURLOPT_VERBOSE, 1)
    }

    /// Asked by libcurl each time it is about to write the request on a connection.
    ///
    /// libcurl by itself writes a request again when a kept connection dies, or a stream is refused, before any
    /// byte of an answer. The server may have acted on the first one, so a request that must not repeat ends here
    /// unless nothing of it was written yet.
    private func mayWrite() -> Bool {
        trace?.willWrite()
        guard writtenBefore != nil else {
            writtenBefore = easy.long(CURLINFO_REQUEST_SIZE)
            return true
        }
        guard order.request.mustNotRepeat, isSent else {
            if isSent { order.request.onRepeat?() }
            return true
        }
        failure = .connectionLost(sent: true)
        return false
    }

    private func readHead(_ line: [UInt8]) -> Bool {
        let setsCookie = usesJar && line.starts(with: "set-cookie:".utf8, by: { $0 | 0x20 == $1 || $0 == $1 })
        // Before anything is shown: the same answer may say it elsewhere.
        if setsCookie { engine.options.redactor.register(setCookie: line) }
        trace?.readHead(line)
        guard head.read(line) else {
            failure = .headersTooLarge
            return false
        }
        if setsCookie { engine.cookiesWereSet() }
        return true
    }

    /// libcurl has undone transfer and content encodings, a few kilobytes at a time.
    private func receive(_ chunk: [UInt8]) -> Bool {
        guard let answer = head.final else {
            failure = .malformed("a body before its head")
            return false
        }
        begin(answer)
        received += chunk.count
        guard received <= order.request.bodyLimit else {
            failure = .bodyTooLarge(limit: order.request.bodyLimit)
            return false
        }
        trace?.readBody(chunk)
        guard order.sink.receive(chunk) else {
            failure = .refusedBySink
            return false
        }
        return true
    }
}
