internal import ResyDomain

extension BrowserError {
    /// What Chromium's refusal means; its words are compared and go no further.
    init(refusing method: String, code: Int, message: String) {
        switch (code, message) {
        case (-32001, _): self = .closed
        case (_, let words) where Self.ofLeftPages.contains(where: words.contains): self = .contextGone
        default: self = .refused(method: method, code: code)
        }
    }

    private static let ofLeftPages = [
        "Cannot find context", "Execution context was destroyed", "navigated or closed", "Promise was collected",
        "Cannot find default execution context",
    ]
}
