internal import ResyDomain

/// The way through a sign-in page, one look and one step at a time: what is seen in, what to do out.
///
/// Whether the sign-in worked is not judged here: Resy's own answers tell.
struct SignInWalk: Sendable {
    private(set) var stage = Stage.opening
    let patience: Patience
    /// What the person at the window can do; nil when there is none.
    private let hasPerson: Bool
    private let hasEmail: Bool
    private let hasPassword: Bool
    private(set) var canFillEmail: Bool
    private var canFillPassword: Bool
    private(set) var taken = TakenSteps()
    private var latest: Step?
    /// What was there when the sign-in was opened: what has come since is its own.
    private(set) var beforeOpening: PageLandmarks?
    /// What bears on the sign-in, and since when it has been so.
    private var standing: (landmarks: PageLandmarks, since: Instant)?
    private var sent: (at: Instant, times: Int)?
    private var called: Obstacle?
    /// What the page said before the form was sent, and since when it has said something else.
    private var saidBefore: [String] = []
    private var complained: (words: String, at: Instant)?

    /// What a look comes to.
    enum Wanted {
        case step(Step)
        case look
        case end(Ending)

        static func step(_ purpose: Purpose, _ action: Action) -> Wanted {
            .step(Step(purpose: purpose, action: action))
        }
    }

    init(hasEmail: Bool, hasPassword: Bool, hasPerson: Bool, patience: Patience = Patience()) {
        self.patience = patience
        self.hasPerson = hasPerson
        self.hasEmail = hasEmail
        self.hasPassword = hasPassword
        canFillEmail = hasEmail
        canFillPassword = hasPassword
    }

    mutating func next(_ sight: PageSight, at now: Instant) -> Action {
        let landmarks = sight.landmarks
        if standing?.landmarks != landmarks { standing = (landmarks, now) }
        switch decide(sight, landmarks, now) {
        case .look: return quiet(for: sight, now)
        case .end(let ending): return meet(ending)
        case .step(let step): return take(step, sight, landmarks, now)
        }
    }

    // MARK: - What is on the page

    private mutating func decide(_ sight: PageSight, _ landmarks: PageLandmarks, _ now: Instant) -> Wanted {
        if sight.isBlockPage { return .end(.blocked) }
        if sight.hasChallenge { return .end(.obstacle(.captcha, stage)) }
        if sent != nil, sight.wantsCode, !sight.has(.password) { return .end(.obstacle(.code, stage)) }
        // A person who helps is not interrupted.
        if called != nil { return .look }
        if let password = sight.first(.password) {
            switch complaint(sight, at: now) {
            case .end(let ending): return .end(ending)
            case .some: return .look
            case nil: return fill(password, sight, now)
            }
        }
        if sent != nil { return .look }
        return findForm(sight, landmarks, now)
    }

    /// The form is still there and says that it was not taken: it is not sent again. Nil where it says nothing new.
    mutating func complaint(_ sight: PageSight, at now: Instant) -> Action? {
        guard sent != nil, let words = sight.alerts.first(where: { !saidBefore.contains($0) && !$0.isProgress }) else {
            complained = nil
            return nil
        }
        if complained?.words != words { complained = (words, now) }
        guard let complained, now.seconds - complained.at.seconds >= patience.complaint else { return .look }
        return .end(.refused(words))
    }

    private func fill(_ password: PageControl, _ sight: PageSight, _ now: Instant) -> Wanted {
        if let email = sight.first(.email, { $0.dialog == password.dialog }), canFillEmail {
            return .step(.email, .fillEmail(email))
        }
        if canFillPassword {
            return .step(.password, .fillPassword(password))
        }
        guard hasEmail && hasPassword else { return .end(.obstacle(.credentials, stage)) }
        if let sent {
            // An empty form is the page's answer to one that was sent, and no reason to send it again.
            guard password.isFilled, now.seconds - sent.at.seconds > patience.secondTry, sent.times < 2 else {
                return .look
            }
            return .step(.sending, .pressEnter(password))
        }
        guard let button = sight.submit(near: password) else { return .step(.sending, .pressEnter(password)) }
        return press(button, .sending, sight)
    }

    // MARK: - Taking it

    private mutating func take(
        _ step: Step, _ sight: PageSight, _ landmarks: PageLandmarks, _ now: Instant
    ) -> Action {
        guard !taken.mustWait(step, on: landmarks, now) else { return .look }
        guard !taken.isWornOut(step) else { return quiet(for: sight, now) }
        taken.note(step, on: landmarks, now)
        latest = step
        guard !step.isClearing else { return step.action }
        switch step.purpose {
        case .email: canFillEmail = false
        case .password: canFillPassword = false
        case .opening:
            beforeOpening = landmarks
            // The form that it opens is a new one.
            (canFillEmail, canFillPassword) = (hasEmail, hasPassword)
        case .sending:
            if sent == nil { saidBefore = sight.alerts }
            sent = (now, (sent?.times ?? 0) + 1)
        case .menu, .choosing, .handingOverEmail: break
        }
        stage = step.purpose.stage ?? stage
        return step.action
    }

    /// The page had changed by then. A field that did not keep what was typed may be filled once more.
    mutating func didNotTake(_ action: Action) {
        switch action {
        case .fillEmail: canFillEmail = true
        case .fillPassword: canFillPassword = true
        default:
            guard let latest, latest.action == action else { return }
            taken.takeBack(latest)
            guard latest.purpose == .sending, !latest.isClearing, sent?.times == 1 else { return }
            (sent, stage) = (nil, .filling)
        }
    }

    // MARK: - Nothing to do

    /// For how long nothing was done, and nothing came that matters.
    func quietSeconds(_ now: Instant) -> Double {
        let since = [standing?.since, taken.latest].compactMap(\.self).max() ?? now
        return now.seconds - since.seconds
    }

    private mutating func quiet(for sight: PageSight, _ now: Instant) -> Action {
        guard called == nil else { return .look }
        if let sent {
            guard now.seconds - sent.at.seconds > patience.answer else { return .look }
            return meet(.noAnswer)
        }
        guard sight.isLoaded, quietSeconds(now) > patience.page else { return .look }
        return meet(.obstacle(.unknownPage, stage))
    }

    /// Where a person can help, they are asked once, and then it is their turn.
    private mutating func meet(_ ending: Ending) -> Action {
        guard hasPerson, ending != .blocked else { return .end(ending) }
        let obstacle: Obstacle =
            switch ending {
            case .obstacle(let obstacle, _): obstacle
            case .refused: .credentials
            case .blocked, .noAnswer: .unknownPage
            }
        guard called == nil else { return .look }
        called = obstacle
        return .callPerson(obstacle)
    }
}
