/** A few choices side by side, one of them pressed. */
export interface ChoicesProps<T extends string | number> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly title: string }[]
  readonly onChange: (value: T) => void
}

export const Choices = <T extends string | number>({ label, value, options, onChange }: ChoicesProps<T>) => (
  <div className="choices" role="group" aria-label={label}>
    {options.map((option) => (
      <button key={option.value} type="button" aria-pressed={option.value === value} onClick={() => onChange(option.value)}>
        {option.title}
      </button>
    ))}
  </div>
)
