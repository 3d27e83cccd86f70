internal import Dispatch
internal import Foundation
internal import SandboxKit

@main
struct ResySandbox {
    static func main() async {
        do {
            let options = try Options(Array(CommandLine.arguments.dropFirst()))
            if options.wantsHelp { return print(Options.help) }
            try await run(options)
        } catch {
            FileHandle.standardError.write(Data("resy-sandbox: \(error)\n".utf8))
            exit(2)
        }
    }

    private static func run(_ options: Options) async throws {
        // Before anything is started, so that nothing is left over.
        let (ends, signals) = ends(withStdin: options.exitsWithStdin)
        defer { for source in signals { source.cancel() } }
        var scenario = Scenario.standard
        scenario.switches.latencyMilliseconds = options.delay
        if options.hasAllCities { scenario.switches.cities = .full }
        scenario.venues += VenueCast.crowd(options.crowd)
        if let folder = options.recording { try scenario.replay(URL(fileURLWithPath: folder)) }
        let sandbox = try await Sandbox.start(
            scenario: scenario, port: options.port, controlPort: options.controlPort,
            hasSite: options.hasSite, webPort: options.webPort)
        if options.isDemo {
            let slot = SlotKey(venue: 1505, day: await sandbox.day(-9), minutes: 1170, seating: "Dining Room")
            await sandbox.world.bookElsewhere(slot, party: 2, account: "sam@example.com")
        }
        var ready: JSONValue = ["url": .string(sandbox.baseURL), "control": .string(sandbox.controlURL)]
        if let url = sandbox.webURL { ready["web"] = .string(url) }
        var tls: TLSFront?
        if options.hasTLS {
            let front = try await TLSFront.start(before: sandbox.port, preferred: options.tlsPort)
            ready["tls_url"] = .string(front.url)
            ready["cacert"] = .string(front.caFile)
            if options.hasSite {
                ready["web_tls_url"] = "https://resy.com"
                ready["api_tls_url"] = "https://api.resy.com"
                ready["spki"] = .string(front.spki)
                ready["resolver_rules"] = .string(front.resolverRules)
            }
            tls = front
        }
        FileHandle.standardOutput.write(Data((ready.compact + "\n").utf8))
        for await _ in ends { break }
        tls?.stop()
        await sandbox.stop()
    }

    /// Yields when it is time to go: SIGTERM, SIGINT, or the end of stdin.
    private static func ends(withStdin: Bool) -> (AsyncStream<Void>, [any DispatchSourceSignal]) {
        let (stream, end) = AsyncStream.makeStream(of: Void.self)
        let sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { end.yield() }
            source.resume()
            return source
        }
        if withStdin {
            Thread.detachNewThread {
                while !FileHandle.standardInput.availableData.isEmpty {}
                end.yield()
            }
        }
        return (stream, sources)
    }
}
