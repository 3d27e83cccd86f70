internal import Logging
internal import ResyDomain
internal import ResyNative

/// The life of a tool call: started, reported on, cancelled, overdue, answered.
extension Session {
    /// Seconds of its own work until a call is answered for, whatever it is doing.
    static let patience = 50.0
    /// Seconds that a question is open; where the client hears meanwhile that the call goes on, longer.
    static let question = (silent: 45.0, reporting: 300.0)
    /// Seconds until a call is answered for where the client hears nothing meanwhile, whoever is asked.
    static let longestSilence = 55.0
    /// A use case is told to be done a second earlier, so that its own words arrive and not ours.
    static let margin = 1.0
    /// Seconds that bookings and cancellations have at the end of input; clients kill after two.
    static let grace = 1.5

    /// A call that still owes its answer.
    struct Call {
        /// Tells two calls apart that carry the same id one after the other.
        let number: Int
        let tool: Tool
        let era: Era
        let start: Instant
        /// Seconds in which somebody was asked, and since when somebody is.
        var thought = 0.0
        var askedAt: Instant?
        var progress: ProgressReport?
        let work: Task<Void, Never>
        var relay: Task<Void, Never>?

        /// When it is answered for. What a person takes to answer is not its own time.
        func deadline(at now: Instant) -> Instant {
            let asked = thought + (askedAt.map { max(0, now.seconds - $0.seconds) } ?? 0)
            let own = start.adding(Session.patience + asked)
            return progress == nil ? min(own, start.adding(Session.longestSilence)) : own
        }

        /// When somebody has to look at it: it may be over, or its client be told that it goes on.
        func nextLook(at now: Instant) -> Instant {
            let deadline = deadline(at: now)
            return progress.map { min(deadline, $0.lastSent.adding(ProgressReport.longestGap)) } ?? deadline
        }
    }

    /// Whoever looks at the calls, and when.
    struct Watch {
        let until: Instant
        let task: Task<Void, Never>
    }

    // MARK: - Start

    func startCall(_ request: Request, _ era: Era) throws(RPCError) {
        let tool = try tool(for: request)
        guard let values = (request.params.member("arguments") ?? .null).asMembers else {
            throw .invalidParams("arguments must be an object")
        }
        var answered: AnsweredQuestion?
        if tool.deed != nil, era.isModern { answered = try Elicitation.answered(request.params) }
        lastNumber += 1
        let (id, number, start) = (request.id, lastNumber, clock.now)
        let (news, reporter) = AsyncStream<Step>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let progress = ProgressReport(request, now: start)
        let context = CallContext(
            deadline: start.adding(Session.patience - Session.margin),
            progress: { reporter.yield($0) },
            asking: asking(tool, era, id, number, isReporting: progress != nil),
            lastQuestion: progress == nil ? start.adding(Session.longestSilence - 2 * Session.margin) : nil,
            answered: answered)
        let work = Task(executorPreference: executor) { [self, desk] in
            let outcome: Result<ToolResult, any Error>
            do {
                let arguments = try Arguments(values, allowed: tool.argumentNames)
                outcome = .success(try await tool.run(arguments, desk, context))
            } catch let error as ResyError {
                outcome = .failure(tool.deed.map { error.undone($0) } ?? error)
            } catch {
                outcome = .failure(error)
            }
            reporter.finish()
            await finished(id, number, outcome, wasCancelled: Task.isCancelled)
        }
        calls[id] = Call(
            number: number, tool: tool, era: era, start: start, progress: progress, work: work)
        if tool.commits { commits[number] = work }
        if calls[id]?.progress != nil {
            calls[id]?.relay = Task(executorPreference: executor) { [self] in await relay(news, id, number) }
        }
        watchCalls()
    }

    /// How a person can be asked in this call; nil where nobody can.
    private func asking(
        _ tool: Tool, _ era: Era, _ id: RequestID, _ number: Int, isReporting: Bool
    ) -> CallContext.Asking? {
        guard tool.deed != nil, era.showsForms else { return nil }
        if era.isModern { return .byReturn }
        return .inCall(patience: isReporting ? Session.question.reporting : Session.question.silent) {
            [self] question, limit in try await ask(question, until: limit, for: id, number)
        }
    }

    private func tool(for request: Request) throws(RPCError) -> Tool {
        guard let name = try? request.params.optional("name")?.string else {
            throw .invalidParams("tools/call needs the tool's name, a string")
        }
        guard let tool = tools.first(where: { $0.name == name }) else {
            let isSwitchedOff = Tool.all.contains { $0.name == name }
            let reason = isSwitchedOff ? "\(name) is switched off: this server only reads" : RPCError.quoted(name)
            throw .invalidParams("Unknown tool: \(reason). Tools: \(tools.map(\.name).joined(separator: ", "))")
        }
        return tool
    }

    // MARK: - Ends

    private func finished(_ id: RequestID, _ number: Int, _ outcome: Result<ToolResult, any Error>, wasCancelled: Bool)
    {
        commits[number] = nil
        if commits.isEmpty { stopWaiting() }
        guard let call = remove(id, number) else { return }  // cancelled or overdue: nothing more to say
        switch outcome {
        case .success(let result): answer(id, call, result)
        case .failure(let error as ResyError): answer(id, call, ToolResult(error, at: desk))
        case .failure(is CancellationError) where wasCancelled || hasEnded: forgive(id)
        case .failure(is UnknownState): reply(id, Outgoing.error(id, .unknownState))
        case .failure(let error):
            // The type alone: what an unexpected error says may hold anything.
            log.error(
                "a call failed in an unexpected way",
                metadata: ["tool": "\(call.tool.name)", "type": "\(type(of: error))"])
            reply(id, Outgoing.error(id, .internalError))
        }
    }

    private func answer(_ id: RequestID, _ call: Call, _ result: ToolResult) {
        log.debug("answered", metadata: ["tool": "\(call.tool.name)", "isError": "\(result.isError)"])
        if let question = result.question { return reply(id, Outgoing.result(id, Era.inputRequired(question))) }
        reply(id, Outgoing.result(id, call.era.complete(result.members)))
    }

    /// Takes the call off the books, once; nil where another end came first.
    private func remove(_ id: RequestID, _ number: Int) -> Call? {
        guard let call = calls[id], call.number == number else { return nil }
        calls[id] = nil
        call.relay?.cancel()
        withdrawQuestions(of: id)
        return call
    }

    /// A cancelled call gets no answer. Whether a booking can still be stopped is the use case's to judge: it does not
    /// pass the cancellation on to a request that commits.
    func cancel(_ id: RequestID) {
        guard let call = calls[id], let removed = remove(id, call.number) else { return }
        removed.work.cancel()
        forgive(id)
    }

    private func overdue(_ id: RequestID, _ number: Int) {
        guard let call = remove(id, number) else { return }
        if !call.tool.commits { call.work.cancel() }
        let error = ResyError(
            .network, .program(.overdue(call.tool.overdue)), advice: [.program(.afterOverdue(call.tool.overdue))])
        answer(id, call, ToolResult(error, at: desk))
    }

    // MARK: - While it runs

    /// Has somebody look when the first of the calls wants it: one for all of them, who sleeps on where they end earlier, for
    /// few calls take so long.
    private func watchCalls() {
        let now = clock.now
        guard let next = calls.values.map({ $0.nextLook(at: now) }).min() else { return }
        if let watch, watch.until <= next { return }
        watch?.task.cancel()
        watch = Watch(
            until: next, task: Task(executorPreference: executor) { [self] in await look(at: next, from: now) })
    }

    /// Keeps the deadlines, and keeps waiting clients informed.
    private func look(at moment: Instant, from start: Instant) async {
        do { try await clock.sleep(seconds: moment.seconds - start.seconds) } catch { return }
        guard !Task.isCancelled else { return }
        watch = nil
        let now = clock.now
        for (id, call) in calls {
            if now >= call.deadline(at: now) {
                overdue(id, call.number)
            } else if call.progress?.isDue(at: now) == true {
                report(nil, id, call.number)
            }
        }
        watchCalls()
    }

    /// Passes on what the use case says, the newest of what came too fast.
    private func relay(_ news: AsyncStream<Step>, _ id: RequestID, _ number: Int) async {
        for await step in news {
            guard let progress = calls[id]?.progress else { return }
            do { try await clock.sleep(seconds: progress.pause(at: clock.now)) } catch { return }
            report(step, id, number)
        }
    }

    private func report(_ news: Step?, _ id: RequestID, _ number: Int) {
        guard calls[id]?.number == number, let message = calls[id]?.progress?.next(news, now: clock.now) else { return }
        send(message)
    }

    // MARK: - End of input

    /// Ends reads at once and gives what commits a moment; returns when nothing is left to wait for.
    func finish() async {
        hasEnded = true
        defer { watch?.task.cancel() }
        // What waits for a person has committed nothing, and nobody will answer.
        for (id, call) in calls where !call.tool.commits || isAsking(id) {
            _ = remove(id, call.number)
            call.work.cancel()
            forgive(id)
        }
        // What was sent goes on by itself; what was not is wanted by nobody any more.
        for call in calls.values where call.tool.commits { call.work.cancel() }
        guard !commits.isEmpty else { return }
        let timer = Task { [clock] in
            try? await clock.sleep(seconds: Session.grace)
            stopWaiting()
        }
        await withCheckedContinuation { idle = $0 }
        timer.cancel()
        if !commits.isEmpty { log.warning("left a booking or cancellation unfinished; my_reservations will tell") }
    }

    private func stopWaiting() {
        idle?.resume()
        idle = nil
    }
}
