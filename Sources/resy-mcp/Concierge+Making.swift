internal import Logging
internal import ResyNative

/// The use cases behind the tools: the one place that decides what they run on.
func makeConcierge(_ settings: Settings, redactor: Redactor = Redactor()) -> any Concierge {
    makeResy(settings, redactor: redactor)
}

/// The same with what tools do not ask for: the thread that calls run on, and what a person alone does, such as to leave.
func makeResy(_ settings: Settings, redactor: Redactor = Redactor()) -> Resy {
    let trace: @Sendable (String) -> Void = { StderrLog.standardError(Array(($0 + "\n").utf8)) }
    let log = Logger(label: "home")
    return Resy(
        settings: settings, browser: ChromiumSignIn(settings: settings, clock: SystemClock(), redactor: redactor),
        redactor: redactor,
        trace: settings.tracesHTTP ? trace : nil,
        report: { log.notice("\(Voice.person.text($0))") })
}
