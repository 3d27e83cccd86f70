internal import ResyNative
internal import LibC
internal import ResyDomain

/// The person at the other end: the command line's one way to standard output, standard error and back.
///
/// Answers go to stdout, all else to stderr, so that `| jq` and `> file` get answers alone.
final class Terminal: Sendable {
    /// There is somebody to ask: questions are shown on stderr and answered on stdin.
    let isInteractive: Bool
    /// That person sees the answers too.
    let showsAnswers: Bool
    private let showsProgress: Bool
    /// Width of the progress line that is on the screen, zero for none. Held while writing, so lines do not mix.
    private let shown = Lock(0)
    /// A question stands there, and its line is not ended yet.
    private let isAsking = Lock(false)
    /// The terminal's own settings while its echo is off.
    private let quiet = Lock<termios?>(nil)
    /// An answer could not be written, and that was told.
    private let isDeaf = Lock(false)
    /// Of answers, and of all else.
    let paper: Paper
    let sidePaper: Paper

    init() {
        paper = Paper(of: STDOUT_FILENO)
        sidePaper = Paper(of: STDERR_FILENO)
        isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
        showsAnswers = isatty(STDOUT_FILENO) == 1
        showsProgress = isatty(STDERR_FILENO) == 1
    }

    // MARK: - Out

    /// The same as wide as the terminal is.
    func answer(_ sheet: Sheet, orTell deed: Sheet? = nil) {
        answer(shown: paper.text(sheet), orTell: deed)
    }

    func answer(_ sheet: Sheet, on paper: Paper) { answer(shown: paper.text(sheet), orTell: nil) }

    func answer(_ text: String, orTell deed: Sheet? = nil) { answer(shown: Terminal.plain(text), orTell: deed) }

    /// A whole file, byte by byte: it ends its own lines.
    func answer(file text: String) { answer(shown: text, orTell: nil, end: "") }

    /// An answer, on stdout. `deed`: what was booked or cancelled, told on stderr where stdout does not take the answer;
    /// nobody would know of it otherwise.
    private func answer(shown text: String, orTell deed: Sheet?, end: String = "\n") {
        guard let fault = write(text + end, to: STDOUT_FILENO) else { return }
        // Who leaves early, as `head` does, has read enough.
        if fault == EPIPE && deed == nil { return }
        let isNews = isDeaf.withLock { isDeaf in
            defer { isDeaf = isDeaf || fault != EPIPE }
            return !isDeaf
        }
        if isNews {
            tell("resy-mcp: the answer could not be written to standard output: \(String(cString: strerror(fault)))")
        }
        if let deed { tell(deed) }
    }

    /// Whether an answer is missing where it was to go, though somebody would have read it.
    var hasLostAnswer: Bool { isDeaf.withLock(\.self) }

    /// Whatever is not the answer, on stderr.
    func tell(_ text: String) { write(Terminal.plain(text) + "\n", to: STDERR_FILENO) }

    func tell(_ sheet: Sheet) { write(sidePaper.text(sheet) + "\n", to: STDERR_FILENO) }

    /// What went wrong and what to do, on stderr.
    func complain(_ error: ResyError, link: VenueLinks) {
        tell(FailureSheet(error: error, link: link, now: SystemClock().now).sheet)
    }

    /// Replaces the line that says what is waited for; nothing where stderr is no terminal.
    func progress(_ step: Step) {
        guard showsProgress else { return }
        let line = Terminal.plain(Voice.person.text(step)).prefix(min(70, (sidePaper.width ?? 80) - 3)) + " …"
        shown.withLock { width in
            let rest = String(repeating: " ", count: max(0, width - line.count))
            Terminal.send("\r\(line)\(rest)", to: STDERR_FILENO)
            width = line.count
        }
    }

    func clearProgress() {
        shown.withLock { Terminal.clear(&$0) }
    }

    /// What `send` answers. The text is clean.
    @discardableResult
    private func write(_ text: String, to descriptor: CInt) -> CInt? {
        shown.withLock { width in
            Terminal.clear(&width)
            return Terminal.send(text, to: descriptor)
        }
    }

    private static func clear(_ width: inout Int) {
        guard width > 0 else { return }
        send("\r" + String(repeating: " ", count: width) + "\r", to: STDERR_FILENO)
        width = 0
    }

    /// All of it; else the `errno` of what is in the way.
    @discardableResult
    private static func send(_ text: String, to descriptor: CInt) -> CInt? {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let piece = Array(bytes.prefix(1 << 16))
            let count = LibC.write(descriptor, piece, piece.count)
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno == EAGAIN {
                // Whoever shares the pipe chose not to block on it.
                var watched = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&watched, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }

    /// Without what moves a cursor or turns text around: names and terms were written by strangers.
    static func plain(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control where scalar != "\n" && scalar != "\t": kept.append(" ")
            case .format where scalar != "\u{200D}": continue
            default: kept.append(scalar)
            }
        }
        return String(kept)
    }

    // MARK: - In

    /// Nil at the end of input.
    func ask(_ question: String) -> String? {
        prompt(question)
        return line()?.trimmed
    }

    /// What is typed is not shown. Nil at the end of input.
    func askSecret(_ question: String) -> Secret? {
        var settings = termios()
        if tcgetattr(STDIN_FILENO, &settings) == 0 {
            quiet.withLock { $0 = settings }
            settings.c_lflag &= ~tcflag_t(ECHO)
            // First this, then the question: what is typed the moment it appears must not be seen either.
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
        }
        prompt(question)
        defer {
            restoreEcho()
            tell("")  // the newline that was not echoed
        }
        return line().map { Secret($0) }
    }

    /// For whoever ends the program in the middle of a question: the shell gets its terminal back as it was.
    func abandon() {
        clearProgress()
        restoreEcho()
        if isAsking.withLock(\.self) { tell("") }
    }

    private func restoreEcho() {
        quiet.withLock { saved in
            guard var settings = saved else { return }
            tcsetattr(STDIN_FILENO, TCSANOW, &settings)
            saved = nil
        }
    }

    func prompt(_ text: String) {
        isAsking.withLock { $0 = true }
        shown.withLock { width in
            Terminal.clear(&width)
            Terminal.send(Terminal.plain(text), to: STDERR_FILENO)
        }
    }

    /// The line of a question is ended for whoever did not type.
    func endPrompt() {
        if isAsking.withLock({ isAsking in
            defer { isAsking = false }
            return isAsking
        }) {
            tell("")
        }
    }

    /// One line of input, without its end and with every other character; nil where there is none.
    func line(limit: Int = 16_384, from input: CInt = STDIN_FILENO) -> String? {
        defer { isAsking.withLock { $0 = false } }
        var bytes: [UInt8] = []
        var one: [UInt8] = [0]
        while bytes.count < limit {
            // Byte by byte: what follows the line belongs to whoever reads next.
            let count = read(input, &one, 1)
            if count < 0 && errno == EINTR { continue }
            guard count == 1 else {
                if bytes.isEmpty { return nil }
                break
            }
            if one[0] == UInt8(ascii: "\n") { break }
            bytes.append(one[0])
        }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
