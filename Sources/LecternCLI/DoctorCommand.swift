import ArgumentParser
import Publishing

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what is missing on this machine, and the command that installs it.",
        discussion: "The isolation of lessons is tried: a small set of attacks has to be refused.")

    func run() async throws {
        let checks = await examineMachine()
        for check in checks { Terminal.write(check.text + "\n") }
        let isolation = await IsolationReport()
        for line in isolation.lines { Terminal.write(line + "\n") }
        if isolation.isBroken || checks.contains(where: \.isFatal) { throw ExitCode(69) }
    }
}
