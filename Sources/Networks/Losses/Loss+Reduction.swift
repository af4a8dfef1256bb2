extension Loss {
    /// The same loss added up over the outputs instead of averaged: PyTorch's `reduction="sum"` within a sample. A loss that isn't
    /// one part for each output ends the lesson at this call.
    ///
    /// - Example: `Loss.meanSquaredError.summedOverOutputs()`
    public func summedOverOutputs(
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Loss {
        stopping(file: file, line: line, column: column) { try reduced(.sum) }
    }

    /// The same loss averaged over the outputs instead of added up.
    ///
    /// - Example: `Loss.halfSquaredError.averagedOverOutputs()`
    public func averagedOverOutputs(
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Loss {
        stopping(file: file, line: line, column: column) { try reduced(.mean) }
    }

    /// The same loss, of which a batch or a data set has the sum over its samples instead of the mean: PyTorch's
    /// `reduction="sum"`. Gradients and steps become as many times larger as there are samples.
    public func summedOverSamples() -> Loss {
        var loss = self
        loss.overSamples = .sum
        return loss
    }

    func reduced(_ reduction: Form.Reduction) throws -> Loss {
        var loss: Loss
        if var form {
            form.reduction = reduction
            loss = Loss(form)
        } else if var formula = formula as? any OutputwiseLoss {
            formula.reduction = reduction
            loss = Loss(formula)
        } else {
            throw ArgumentError("\(name) isn't made of one part for each output, so there is nothing to sum or average")
        }
        loss.overSamples = overSamples
        return loss
    }

    /// What the sum of the losses of so many samples is divided by.
    package func divisor(_ samples: Int) -> Double { overSamples == .sum ? 1 : Double(samples) }
}
