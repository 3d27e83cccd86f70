internal import ResyDomain

/// Sends a message to where its diner wants it.
struct WatchSinks: Sendable {
    /// For the address alone: it traces nothing, since the address is a secret.
    let http: any HTTPClient
    let address: Secret?
    /// A whole path.
    let program: String?
    let clock: any WallClock
    let line: @Sendable (String) -> Void

    /// In seconds, each.
    private static let patience = 10.0
    private static let longestAnswer = 64 << 10

    /// The line, and what was set up.
    var all: [WatchSink] {
        [.line] + (address == nil ? [] : [.address]) + (program == nil ? [] : [.program])
    }

    /// Throws `WatchSinkFault`, or `CancellationError`.
    func send(_ text: String, to sink: WatchSink) async throws {
        switch sink {
        case .line: line(text)
        case .address: try await post(text)
        case .program: try await pipe(text)
        }
    }

    private func post(_ text: String) async throws {
        guard let address else { return }
        // Nothing that others wrote is in a header, and no redirect is followed.
        let request = HTTPRequest(
            .post, address.reveal(),
            headers: [("Content-Type", "text/plain; charset=utf-8"), ("User-Agent", "resy-mcp"), ("Accept", "*/*")],
            body: Array(text.utf8), bodyLimit: Self.longestAnswer, timeLimit: Self.patience, mustNotRepeat: true)
        let answer = BodyBuffer()
        do {
            _ = try await http.perform(request, into: answer)
        } catch let error as TransportError {
            // What it says beyond its status is nobody's concern.
            guard case .bodyTooLarge = error, answer.head != nil else { throw WatchSinkFault(error) }
        }
        guard let status = answer.head?.status else { throw WatchSinkFault.unreachable }
        guard (200...299).contains(status) else { throw WatchSinkFault.status(status) }
    }

    private func pipe(_ text: String) async throws {
        guard let program else { return }
        try OwnProgram.check(program)
        let end: PipedProgram.End
        do {
            end = try await PipedProgram.run(
                program, input: Array((text + "\n").utf8), within: Self.patience, clock: clock)
        } catch is SpawnFault {
            throw WatchSinkFault.cannotStart(path: program)
        }
        switch end {
        case .exit(0): return
        case .exit(let status): throw WatchSinkFault.failed(path: program, status: Int(status))
        // As a shell tells of it.
        case .signal(let number): throw WatchSinkFault.failed(path: program, status: 128 + Int(number))
        case .killed: throw WatchSinkFault.tooSlow(path: program)
        }
    }
}

extension WatchSinkFault {
    /// Without the host, which is part of the secret.
    init(_ error: TransportError) {
        self =
            switch error {
            case .badRequest: .notAllowed
            case .tls: .untrusted
            case .timedOut: .late
            default: .unreachable
            }
    }
}
