import { Children, isValidElement, type ReactNode } from 'react'

export interface StepBoxProps {
  /** The action, imperative, without final stop. */
  title: ReactNode
  children: ReactNode
}

/** One step of publishing. Its number comes from its place. */
export function StepBox({ children }: StepBoxProps) {
  return children
}

/** Steps in the order in which they are safe, numbered; those that are left out leave no gap. */
export function Numbered({ children }: { children: ReactNode }) {
  const steps = Children.toArray(children).filter((child) => isValidElement<StepBoxProps>(child))
  return steps.map((step, place) => (
    <div key={step.key} className="space-y-3 not-first:mt-9">
      <h3>
        {place + 1}. {step.props.title}
      </h3>
      {step}
    </div>
  ))
}
