/// The way through a sign-in page, one look and one step at a time: what is seen in, what to do out.
///
/// Whether the sign-in worked is not judged here: Resy's own answers tell.
struct SignInWalk: Sendable {
    /// Seconds after which a step that changed nothing is tried again.
    private static let pause = 1.5

    private(set) var stage = Stage.opening
    private let patience: Patience
    /// What the person at the window can do; nil when there is none.
    private let hasPerson: Bool
    private let canSubmit: Bool
    private var canFillEmail: Bool
    private var canFillPassword: Bool
    private var last: (action: Action, mark: String, at: Instant)?
    private var repeats: [String: Int] = [:]
    private var changed: (mark: String, at: Instant)?
    private var sent: (at: Instant, times: Int)?
    private var called: Obstacle?
    /// What the page said before the form was sent, and since when it has said something else.
    private var saidBefore: [String] = []
    private var complained: (words: String, at: Instant)?

    init(hasEmail: Bool, hasPassword: Bool, hasPerson: Bool, patience: Patience = Patience()) {
        self.patience = patience
        self.hasPerson = hasPerson
        canSubmit = hasEmail && hasPassword
        canFillEmail = hasEmail
        canFillPassword = hasPassword
    }

    mutating func next(_ sight: PageSight, at now: Instant) -> Action {
        if changed?.mark != sight.mark { changed = (sight.mark, now) }
        let wanted = decide(sight, now)
        switch wanted {
        case .look: return quiet(for: sight, now)
        case .end(let ending): return meet(ending)
        case .callPerson: return wanted
        default: return take(wanted, sight, now)
        }
    }

    // MARK: - What is on the page

    private mutating func decide(_ sight: PageSight, _ now: Instant) -> Action {
        if sight.isBlockPage { return .end(.blocked) }
        if sight.hasChallenge { return .end(.obstacle(.captcha, stage)) }
        if sent != nil, sight.wantsCode, !sight.has(.password) { return .end(.obstacle(.code, stage)) }
        // A person who helps is not interrupted.
        if called != nil { return .look }
        if let password = sight.first(.password) {
            return complaint(sight, at: now) ?? fill(password, sight, now)
        }
        if sent != nil { return .look }
        return findForm(sight, now)
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

    private mutating func fill(_ password: PageControl, _ sight: PageSight, _ now: Instant) -> Action {
        if let email = sight.first(.email, { $0.dialog == password.dialog }), canFillEmail {
            stage = .filling
            return .fillEmail(email)
        }
        if canFillPassword {
            stage = .filling
            return .fillPassword(password)
        }
        guard canSubmit else { return .end(.obstacle(.credentials, stage)) }
        if let sent {
            // An empty form is the page's answer to one that was sent, and no reason to send it again.
            guard password.isFilled, now.seconds - sent.at.seconds > patience.secondTry, sent.times < 2 else {
                return .look
            }
            return .pressEnter(password)
        }
        stage = .filling
        guard let button = submit(near: password, sight) else { return .pressEnter(password) }
        return button.isCovered ? uncover(button, sight) : .click(button)
    }

    /// In the same dialog and after the field: a page may have other buttons that say the same.
    private func submit(near field: PageControl, _ sight: PageSight) -> PageControl? {
        let buttons = sight.controls.filter { $0.means(.submit) && $0.dialog == field.dialog && !$0.isInNotice }
        return buttons.first { $0.index > field.index } ?? buttons.first { $0.type == "submit" }
    }

    private mutating func findForm(_ sight: PageSight, _ now: Instant) -> Action {
        if let button = sight.first(.usePassword) ?? sight.first(.useEmail) {
            stage = .findingForm
            return button.isCovered ? uncover(button, sight) : .click(button)
        }
        // Some sites ask for the address first and for the password on the next page.
        if let email = sight.first(.email, { $0.dialog != nil || sight.isSignInPage }) {
            stage = .findingForm
            if canFillEmail { return .fillEmail(email) }
            if let button = submit(near: email, sight) { return .click(button) }
            return .look
        }
        // The phone number stands there: the sign-in is open already.
        if sight.first(.phone, { $0.dialog != nil }) != nil { return .look }
        if let button = sight.first(.logIn, { $0.dialog == nil }) ?? sight.first(.menu, { $0.dialog == nil }) {
            // What lies above it may be the form, in a frame that has not come yet.
            if button.isCovered, sight.frames.contains(where: \.isInDialog),
                now.seconds - (changed?.at ?? now).seconds < patience.frame
            {
                return .look
            }
            return button.isCovered ? uncover(button, sight) : .click(button)
        }
        return .look
    }

    /// The least costly way to put away what lies above; a box that cannot be closed is reached around.
    private func uncover(_ control: PageControl, _ sight: PageSight) -> Action {
        let ways = sight.controls.compactMap { button in
            button.dismissalRank.map { (rank: $0 + (button.isInNotice ? 0 : 100), button: button) }
        }
        let usable = ways.filter {
            !$0.button.isCovered && ($0.button.isInNotice || $0.button.dialog != control.dialog)
        }
        if let way = usable.min(by: { $0.rank < $1.rank }), !isWornOut(.click(way.button)) { return .click(way.button) }
        return isWornOut(.pressEscape) ? .force(control) : .pressEscape
    }

    // MARK: - Taking it

    /// The same step on an unchanged page is not repeated at once, and not for ever.
    private mutating func take(_ action: Action, _ sight: PageSight, _ now: Instant) -> Action {
        if let last, last.action.key == action.key, last.mark == sight.mark,
            now.seconds - last.at.seconds < Self.pause
        {
            return .look
        }
        guard !isWornOut(action) else { return quiet(for: sight, now) }
        repeats[action.key, default: 0] += 1
        last = (action, sight.mark, now)
        switch action {
        case .fillEmail: canFillEmail = false
        case .fillPassword: canFillPassword = false
        case .pressEnter: submitted(sight, now)
        case .click(let button) where stage == .filling && button.means(.submit): submitted(sight, now)
        default: break
        }
        return action
    }

    private mutating func submitted(_ sight: PageSight, _ now: Instant) {
        if sent == nil { saidBefore = sight.alerts }
        sent = (now, (sent?.times ?? 0) + 1)
        stage = .waiting
    }

    /// A field that did not keep what was typed may be filled once more.
    mutating func didNotTake(_ action: Action) {
        switch action {
        case .fillEmail: canFillEmail = true
        case .fillPassword: canFillPassword = true
        default: break
        }
    }

    private func isWornOut(_ action: Action) -> Bool { repeats[action.key, default: 0] >= 4 }

    // MARK: - Nothing to do

    private mutating func quiet(for sight: PageSight, _ now: Instant) -> Action {
        guard called == nil else { return .look }
        if let sent {
            guard now.seconds - sent.at.seconds > patience.answer else { return .look }
            return meet(.noAnswer)
        }
        let since = [changed?.at, last?.at].compactMap(\.self).max() ?? now
        guard sight.isLoaded, now.seconds - since.seconds > patience.page else { return .look }
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
