internal import Logging
internal import ResyNative
internal import ResyDomain

/// Writes one line on stderr for each event: time in UTC, level, label, message, metadata.
struct StderrLog: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    let label: String
    /// Takes secrets and personal data out of a message or a value.
    let redact: @Sendable (String) -> String
    /// Where the line goes, its newline included.
    let write: @Sendable ([UInt8]) -> Void

    init(
        label: String, level: Logger.Level,
        redact: @escaping @Sendable (String) -> String = LogRedaction.clean,
        write: @escaping @Sendable ([UInt8]) -> Void = StderrLog.standardError
    ) {
        self.label = label
        logLevel = level
        self.redact = redact
        self.write = write
    }

    /// Call once, before the first logger is made.
    static func bootstrap(level: String, redactor: Redactor) {
        let chosen = Logger.Level(rawValue: level) ?? .notice
        LoggingSystem.bootstrap {
            StderrLog(label: $0, level: chosen, redact: LogRedaction.clean(knowing: redactor))
        }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var values = metadata
        for (key, value) in event.metadata ?? [:] { values[key] = value }
        var text = "\(StderrLog.timestamp()) \(event.level) \(label): \(redact(event.message.description))"
        for (key, value) in values.sorted(by: { $0.key < $1.key }) {
            text += " \(key)=\(redact(value.description))"
        }
        if let error = event.error { text += " error=\(redact(String(describing: error)))" }
        write(Array((text + "\n").utf8))
    }

    static let standardError: @Sendable ([UInt8]) -> Void = { LogStream.standardError.write($0) }

    private static func timestamp() -> String {
        let seconds = Int(SystemClock().now.seconds)
        let day = CalendarDay(daysSince1970: seconds / 86_400)
        let time = TimeOfDay(minutesAfterMidnight: seconds % 86_400 / 60)
        return "\(day.iso)T\(time.clock):\(Digits.padded(seconds % 60, to: 2))Z"
    }
}
