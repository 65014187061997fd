import { Component, type ReactNode } from 'react';
import { WidgetMessage } from './WidgetMessage.tsx';

/** Props of {@link WidgetErrorBoundary}. */
export interface WidgetErrorBoundaryProps {
  /** A change of it tries again: the widget itself, so that an edited one gets its chance. */
  readonly resetKey: unknown;
  readonly children: ReactNode;
}

interface WidgetErrorBoundaryState {
  readonly failure?: { readonly message: string; readonly resetKey: unknown } | undefined;
}

/** Keeps a view that throws from taking its neighbours along; the viewer can try again. */
export class WidgetErrorBoundary extends Component<WidgetErrorBoundaryProps, WidgetErrorBoundaryState> {
  override state: WidgetErrorBoundaryState = {};

  static getDerivedStateFromError(error: unknown): WidgetErrorBoundaryState {
    return { failure: { message: error instanceof Error ? error.message : String(error), resetKey: undefined } };
  }

  static getDerivedStateFromProps(
    { resetKey }: WidgetErrorBoundaryProps,
    { failure }: WidgetErrorBoundaryState,
  ): WidgetErrorBoundaryState | null {
    if (failure === undefined) return null;
    if (failure.resetKey === undefined) return { failure: { ...failure, resetKey } };
    return failure.resetKey === resetKey ? null : { failure: undefined };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    return (
      <WidgetMessage
        tone="error"
        icon="error"
        title="This widget cannot be drawn"
        detail={`${failure.message} Try again; if it fails again, tell the author of this widget type.`}
        action={{ label: 'Try again', onPress: () => this.setState({ failure: undefined }) }}
      />
    );
  }
}
