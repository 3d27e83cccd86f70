internal import LibC
internal import ResyDomain
internal import ResyNative

/// Questions while a call waits for the answer. Whoever has stopped the call stops the question.
extension Terminal {
    enum Typed: Equatable {
        case line(String)
        /// The end of input.
        case end
        /// Nothing in time.
        case late
    }

    /// Shows what a yes would be for, and takes the answer: yes is `y` or `yes`; all else, an empty line and the end of input
    /// too, is a no. Nothing in time is neither.
    func confirms(_ question: Question, within seconds: Double) async throws -> Answer {
        let asked = QuestionSheet(question: question, now: SystemClock().now)
        tell(asked.sheet(on: sidePaper))
        return try await confirms(asked.prompt, within: seconds)
    }

    func confirms(_ prompt: String, within seconds: Double) async throws -> Answer {
        // What was typed before the question stood there is no answer to it.
        tcflush(STDIN_FILENO, TCIFLUSH)
        self.prompt(prompt)
        switch try await typed(within: seconds) {
        case .line(let reply): return ["y", "yes"].contains(reply.lowercased().trimmed) ? .accepted : .refused
        case .end: return .refused
        case .late: return .late
        }
    }

    /// The next line. Throws `CancellationError` when the task is cancelled.
    func typed(within seconds: Double, from input: CInt = STDIN_FILENO) async throws -> Typed {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { throw CancellationError() }
        let (stopped, stop) = (ends[0], ends[1])
        defer {
            close(stopped)
            close(stop)
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isStarted = Thread.start(name: "resy-answer") { [self] in
                    continuation.resume(with: Result { try wait(for: input, until: seconds, or: stopped) })
                }
                if !isStarted { continuation.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            let word: [UInt8] = [0]
            _ = write(stop, word, 1)
        }
    }

    private func wait(for input: CInt, until seconds: Double, or stopped: CInt) throws -> Typed {
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: .seconds(seconds))
        while true {
            let left = max(0, clock.now.duration(to: end) / .milliseconds(1))
            var watched = [
                pollfd(fd: input, events: Int16(POLLIN), revents: 0),
                pollfd(fd: stopped, events: Int16(POLLIN), revents: 0),
            ]
            let count = poll(&watched, nfds_t(watched.count), CInt(min(left.rounded(.up), 1e9)))
            if watched[1].revents != 0 {
                endPrompt()
                throw CancellationError()
            }
            if watched[0].revents != 0 {
                guard let line = line(from: input) else {
                    tell("")
                    return .end
                }
                return .line(line)
            }
            if count == 0 || left <= 0 {
                endPrompt()
                return .late
            }
        }
    }
}
