internal import ResyDomain

/// The lock-out guard's no: nothing was sent, and nobody judged the password.
struct TooManySignIns: Error {
    let refusal: SignInGuard.Refusal
    let now: Instant

    func explained() -> ResyError {
        let minutes = max(1, Int(((refusal.until.seconds - now.seconds) / 60).rounded(.up)))
        let count = refusal.count
        let what =
            switch refusal.cause {
            case .failures: "\(count) sign-ins in a row did not succeed within 15 minutes"
            case .tries: "There were \(count) sign-ins within 15 minutes"
            }
        return ResyError(
            .rateLimited, "\(what); one more could lock the account.",
            hint: "Wait \(minutes) minute\(minutes == 1 ? "" : "s"), then try again.", retryAt: refusal.until)
    }
}
