internal import ResyDomain

/// The lock-out guard's no: nothing was sent, and nobody judged the password.
struct TooManySignIns: Error {
    let refusal: SignInGuard.Refusal
    let now: Instant

    func explained() -> ResyError {
        let minutes = max(1, Int(((refusal.until.seconds - now.seconds) / 60).rounded(.up)))
        return ResyError(
            .rateLimited, .signIn(.tooMany(refusal.cause, count: refusal.count)),
            advice: [.signIn(.wait(minutes: minutes))], retryAt: refusal.until)
    }
}
