internal import ResyDomain

extension BrowserError {
    /// For the person who signs in.
    func explained() -> ResyError {
        let (code, advice): (ResyError.Code, BrowserAdvice) =
            switch self {
            case .didNotStart(let fault, let path): (.signInBlocked, .mendStart(fault, path: path))
            case .unreachable: (.network, .checkWay)
            case .crashed, .ended: (.signInBlocked, .giveMemory)
            case .closed: (.signInBlocked, .leaveWindowOpen)
            case .timedOut, .refused, .garbled, .scriptFailed, .contextGone: (.signInBlocked, .updateBrowser)
            }
        return ResyError(code, .browser(.error(self)), advice: [.browser(advice)])
    }
}
